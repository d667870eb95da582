import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes `DATA_DIR/admin-token` (mode 0600) on the first start: the API token of the first administrator.
 * Answers its path.
 */
export async function ensureAdminTokenFile(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'admin-token');
  const isUsable = existsSync(file) && (await readFile(file, 'utf8')).trim() !== '';
  if (!isUsable)
    await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  await chmod(file, 0o600);
  return file;
}
