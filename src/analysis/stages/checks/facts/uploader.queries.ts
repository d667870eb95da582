import type { Executor } from '../../../../platform/db/database.js';
import type { ClipFacts } from '../domain/facts.js';

/** Whom the platform or page named as the poster when the clip was last fetched. */
export async function findUploader(on: Executor, clipId: string): Promise<ClipFacts['uploader']> {
  const row = await on
    .selectFrom('capture')
    .select('platform_info')
    .where('clip_id', '=', clipId)
    .where('platform_info', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { uploader, uploaderId } = (row?.platform_info ?? {}) as { uploader?: unknown; uploaderId?: unknown };
  const [name, id] = [uploader, uploaderId].map((text) =>
    typeof text === 'string' && text !== '' ? text : null,
  );
  return name == null && id == null ? null : { id: id ?? null, name: name ?? null };
}
