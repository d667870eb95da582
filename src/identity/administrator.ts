import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { hashToken } from './principals.js';
import type { TokenRepository } from './token.repository.js';

/**
 * The configured administrator token, or the one that the first start wrote to `DATA_DIR/admin-token` (mode 0600).
 */
export async function readOrMakeAdminToken(dataDir: string, configured: string | null): Promise<string> {
  if (configured !== null) return configured;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'admin-token');
  const fresh = randomBytes(32).toString('base64url');
  try {
    await writeFile(path, `${fresh}\n`, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(path, 'utf8')).trim();
  }
}

/** Makes sure that the first administrator exists and that exactly this token opens their account. Answers their id. */
export async function ensureAdministrator(
  db: Database,
  tokens: TokenRepository,
  token: string,
): Promise<string> {
  return db
    .transaction()
    .execute((tx) => tokens.upsertAdministrator(tx, { userId: newId(), tokenId: newId() }, hashToken(token)));
}
