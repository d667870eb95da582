import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { hashSecret } from '../../src/identity/credential.js';
import { newId } from '../../src/shared/ids.js';
import type { DeskDriver } from './desk.js';

export interface Person {
  readonly userId: string;
  readonly token: string;
  /** Headers of a request by this person. */
  readonly as: { readonly authorization: string };
}

/** An invented person with a full token, written straight into the tables: suites that are not about inviting need many. */
export async function newPerson(
  desk: DeskDriver,
  options: {
    readonly caseId?: string;
    readonly role?: 'submitter' | 'reviewer' | 'lead';
    readonly admin?: boolean;
    readonly disabled?: boolean;
    readonly name?: string;
  },
): Promise<Person> {
  const client = new Client({ connectionString: desk.database.ownerUrl });
  await client.connect();
  const [userId, token] = [newId(), randomBytes(24).toString('base64url')];
  await client.query('insert into app_user (id, name, admin, disabled_at) values ($1, $2, $3, $4)', [
    userId,
    options.name ?? 'Example Person',
    options.admin ?? false,
    options.disabled === true ? new Date() : null,
  ]);
  if (options.role !== undefined) {
    await client.query('insert into case_member (case_id, user_id, role) values ($1, $2, $3)', [
      options.caseId,
      userId,
      options.role,
    ]);
  }
  await client.query(
    "insert into api_token (id, user_id, name, token_hash, scope) values ($1, $2, 'test', $3, 'full')",
    [newId(), userId, hashSecret(token)],
  );
  await client.end();
  return { userId, token, as: { authorization: `Bearer ${token}` } };
}
