import type { Database } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { hashSecret } from './credential.js';
import type { TokenRepository } from './token.repository.js';

/** Makes sure that the first administrator exists and that exactly this token opens their account. Answers their id. */
export async function ensureAdministrator(
  db: Database,
  tokens: TokenRepository,
  token: string,
): Promise<string> {
  return db
    .transaction()
    .execute((tx) =>
      tokens.upsertAdministrator(tx, { userId: newId(), tokenId: newId() }, hashSecret(token)),
    );
}
