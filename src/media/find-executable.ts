import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** The real path of an executable given by absolute path or by a name to be found on `PATH`; undefined when there is none. */
export async function findExecutable(
  nameOrPath: string,
  searchPath: string = process.env['PATH'] ?? '',
): Promise<string | undefined> {
  const candidates = isAbsolute(nameOrPath)
    ? [nameOrPath]
    : searchPath.split(delimiter).map((folder) => join(folder, nameOrPath));
  for (const candidate of candidates) {
    try {
      await access(candidate, constants.X_OK);
      return await realpath(candidate);
    } catch (error) {
      if (!isAbsence(error)) throw error;
    }
  }
  return undefined;
}

function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES';
}
