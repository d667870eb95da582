import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.js';
import type { PrivateVault } from './private-vault.js';

/**
 * A lost key would silently be replaced by a new one, and what was sealed with the old could never be opened again.
 * @throws Error in one sentence when the log already holds payloads that were sealed with another key.
 */
export async function assertKnownKey(db: Database, vault: PrivateVault): Promise<void> {
  const { rows } = await sql<{ keyId: string }>`
    select key_id as "keyId" from custody_private where key_id <> ${vault.keyId} limit 1`.execute(db);
  if (rows.length === 0) return;
  throw new Error(
    'keys/custody-private.key is not the key with which the custody log was sealed: put the right one back from your backup.',
  );
}
