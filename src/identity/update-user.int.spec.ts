import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../../test/support/database.js';
import { CustodyLog, PrivateVault } from '../custody/index.js';
import { openDatabase, type DatabaseHandle } from '../platform/db/database.js';
import { newId } from '../shared/ids.js';
import { EndAccess } from './end-access.js';
import { Passwords } from './passwords.js';
import type { Principal } from './principal.js';
import { SessionRepository } from './session.repository.js';
import { SetupLinkRepository } from './setup-link.repository.js';
import { TokenRepository } from './token.repository.js';
import { UpdateUser } from './update-user.js';
import { UserRepository } from './user.repository.js';

let database: TestDatabase;
let handle: DatabaseHandle;
let dataDir: string;
let updateUser: UpdateUser;
let users: UserRepository;

beforeAll(async () => {
  database = await cloneDatabase();
  handle = openDatabase(database.appUrl);
  dataDir = await mkdtemp(join(tmpdir(), 'sightline-users-'));
  const vault = await PrivateVault.open(dataDir);
  const { db } = handle;
  users = new UserRepository(db);
  const access = new EndAccess(
    new SessionRepository(db),
    new TokenRepository(db),
    new SetupLinkRepository(db),
  );
  updateUser = new UpdateUser(db, users, new Passwords(), access, new CustodyLog(vault));
});
afterAll(async () => {
  await handle.close();
  await database.drop();
  await rm(dataDir, { recursive: true });
});

async function administrator(): Promise<Principal> {
  const userId = newId();
  await users.insert(handle.db, {
    id: userId,
    email: `${userId}@example.org`,
    name: 'Example Administrator',
    admin: true,
    disabled: false,
    passwordHash: null,
  });
  const roles = new Map();
  return { userId, tokenId: newId(), sessionId: null, scope: 'full', admin: true, caseIds: null, roles };
}

const anyVersion = () => true;

it('two administrators who shut each other out at once leave one of them', async () => {
  const [one, two] = [await administrator(), await administrator()];
  for (let round = 0; round < 10; round++) {
    const ends = await Promise.allSettled([
      updateUser.execute(one, two.userId, { disabled: true }, anyVersion),
      updateUser.execute(two, one.userId, { admin: false }, anyVersion),
    ]);
    const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    expect(failures).toEqual([expect.objectContaining({ code: 'last_admin' })]);
    for (const { userId } of [one, two])
      await handle.db
        .updateTable('app_user')
        .set({ admin: true, disabled_at: null })
        .where('id', '=', userId)
        .execute();
  }
});

it('an administrator who is not enabled does not count as one who stays', async () => {
  const lone = await administrator();
  await handle.db
    .updateTable('app_user')
    .set({ disabled_at: new Date() })
    .where('id', '<>', lone.userId)
    .execute();
  await expect(updateUser.execute(lone, lone.userId, { disabled: true }, anyVersion)).rejects.toMatchObject({
    code: 'last_admin',
  });
});

it('what changes nothing leaves the version as it is', async () => {
  const lone = await administrator();
  const before = await users.find(lone.userId);
  const after = await updateUser.execute(lone, lone.userId, { name: 'Example Administrator' }, anyVersion);
  expect(after.version).toBe(before?.version);
});
