import type { Executor } from '../db/database.js';
import type { StoredObject } from './object-store.js';

/** Owns `stored_object`: every object that a row may refer to. */
export async function recordStoredObject(tx: Executor, object: StoredObject): Promise<void> {
  await recordStoredObjects(tx, [object]);
}

export async function recordStoredObjects(tx: Executor, objects: readonly StoredObject[]): Promise<void> {
  if (objects.length === 0) return;
  await tx
    .insertInto('stored_object')
    .values(
      objects.map((object) => ({
        sha256: object.sha256Hex,
        sha512: object.sha512Hex,
        size_bytes: object.sizeBytes,
      })),
    )
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

export async function getStoredObject(on: Executor, sha256Hex: string): Promise<StoredObject> {
  const row = await on
    .selectFrom('stored_object')
    .selectAll()
    .where('sha256', '=', sha256Hex)
    .executeTakeFirstOrThrow();
  return { sha256Hex: row.sha256, sha512Hex: row.sha512, sizeBytes: row.size_bytes, alreadyStored: true };
}
