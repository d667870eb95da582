import type { Selectable } from 'kysely';
import type { Database, Executor } from '../platform/db/database.js';
import type { SavedView } from '../platform/db/schema.gen.js';

export type SavedViewRow = Selectable<SavedView>;

/** Owns `saved_view`. Nobody's views are read by anybody else. */
export class SavedViewRepository {
  list(on: Executor, userId: string): Promise<SavedViewRow[]> {
    return on
      .selectFrom('saved_view')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('name')
      .orderBy('id')
      .execute();
  }

  /** The view of that name takes the new query when there is one already. */
  put(
    db: Database,
    view: { readonly id: string; readonly userId: string; readonly name: string; readonly query: string },
  ): Promise<SavedViewRow> {
    return db
      .insertInto('saved_view')
      .values({ id: view.id, user_id: view.userId, name: view.name, query: view.query })
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'name']).doUpdateSet((eb) => ({ query: eb.ref('excluded.query') })),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Whether there was such a view of this person. */
  async delete(db: Database, userId: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('saved_view')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}
