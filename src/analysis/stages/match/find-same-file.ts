import type { Executor } from '../../../platform/db/database.js';
import { byFirstKnown } from '../../matches/domain/first-known.js';
import { listTimesOfClips } from '../../matches/known-times.queries.js';
import { listClipsOf } from './fingerprint-rows.queries.js';

/** So many copies of the same bytes are told of as matches; the cluster knows them all. */
export const MOST_SAME_FILE = 50;
/** Among how many the earliest known are sought, by the order in which they were handed in. */
const LOOKED_AT = 1_000;

export interface SameFile {
  readonly clipIds: readonly string[];
  /** There are more than are told of. */
  readonly isCut: boolean;
}

/** Other clips of any case whose original has the same bytes: the earliest known of them. */
export async function findSameFile(
  on: Executor,
  clip: { readonly id: string; readonly original_sha256: string },
): Promise<SameFile> {
  const ids = await listClipsOf(on, [clip.original_sha256], LOOKED_AT + 1);
  const others = ids.filter(({ clipId }) => clipId !== clip.id).map(({ clipId }) => clipId);
  const earliest = byFirstKnown(await listTimesOfClips(on, others));
  return { clipIds: earliest.slice(0, MOST_SAME_FILE), isCut: others.length > MOST_SAME_FILE };
}
