import type { Executor } from '../../../../platform/db/database.js';
import type { PostFact } from '../domain/facts.js';

/** A clip may be handed in thousands of times; the earliest words are those that may contradict. */
const MOST_WORDS = 5;

export interface PostedClip {
  readonly id: string;
  readonly created_at: Date;
  readonly post_time: unknown;
}

/** By clip id: all that says when these clips were published. */
export async function listPosts(
  on: Executor,
  clips: readonly PostedClip[],
): Promise<ReadonlyMap<string, readonly PostFact[]>> {
  const ids = clips.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const [told, words] = await Promise.all([toldByPlatforms(on, ids), wordsOfSubmitters(on, ids)]);
  return new Map(
    clips.map((clip) => [
      clip.id,
      [
        { at: clip.created_at, dayOnly: false, source: 'desk', caveat: null },
        ...fromId(clip.post_time),
        ...(told.get(clip.id) ?? []),
        ...(words.get(clip.id) ?? []),
      ],
    ]),
  );
}

function fromId(postTime: unknown): PostFact[] {
  const { at, caveat } = (postTime ?? {}) as { at?: unknown; caveat?: unknown };
  const date = typeof at === 'string' ? new Date(at) : null;
  if (date === null || Number.isNaN(date.getTime())) return [];
  return [{ at: date, dayOnly: false, source: 'id', caveat: typeof caveat === 'string' ? caveat : null }];
}

async function toldByPlatforms(on: Executor, ids: readonly string[]): Promise<Map<string, PostFact[]>> {
  const rows = await on
    .selectFrom('capture')
    .select(['clip_id', 'platform_info'])
    .distinctOn('clip_id')
    .where('clip_id', 'in', ids)
    .where('platform_info', 'is not', null)
    .orderBy('clip_id')
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.map(({ clip_id: clipId, platform_info: info }) => [
      clipId,
      toldBy(info as { uploadedAt?: unknown }),
    ]),
  );
}

/** An instant, or a date alone where the page names no more. */
function toldBy({ uploadedAt }: { uploadedAt?: unknown }): PostFact[] {
  const at = typeof uploadedAt === 'string' ? new Date(uploadedAt) : null;
  if (at === null || Number.isNaN(at.getTime())) return [];
  return [{ at, dayOnly: /^\d{4}-\d{2}-\d{2}$/.test(String(uploadedAt)), source: 'platform', caveat: null }];
}

async function wordsOfSubmitters(on: Executor, ids: readonly string[]): Promise<Map<string, PostFact[]>> {
  const rows = await on
    .selectFrom('submission')
    .select(['clip_id', 'posted_at'])
    .distinct()
    .where('clip_id', 'in', ids)
    .where('posted_at', 'is not', null)
    .orderBy('clip_id')
    .orderBy('posted_at')
    .execute();
  const posts = new Map<string, PostFact[]>();
  for (const { clip_id: clipId, posted_at: at } of rows) {
    const known = posts.get(clipId) ?? [];
    if (at !== null && known.length < MOST_WORDS)
      posts.set(clipId, [...known, { at, dayOnly: false, source: 'submitter', caveat: null }]);
  }
  return posts;
}
