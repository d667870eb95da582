import type { QueryClient } from '@tanstack/react-query';
import { keys } from './keys';
import type { Schemas } from './problem';

export type ClipStatus = Schemas['ClipStatus'];
type Clip = Schemas['Clip'];

/** Something about a clip has changed that pages may have read before. */
export interface Stale {
  readonly clipId: string;
  /** Its status did: figures that count clips have changed, too. */
  readonly isStatus: boolean;
}

/**
 * Writes a status into what the page knows of its clip, so that it is seen at once and without a question. Of a clip that
 * nobody looks at nothing is kept. The clip's `version` stays: whoever saves has seen that one, not what is new.
 */
export function applyStatus(queries: QueryClient, status: ClipStatus): void {
  const statusKey = keys.clipPart(status.id, 'status');
  const known = queries.getQueryData<ClipStatus>(statusKey);
  if (known !== undefined && known.version < status.version) queries.setQueryData(statusKey, status);
  const clip = queries.getQueryData<Clip>(keys.clip(status.id));
  if (clip === undefined || clip.version >= status.version) return;
  const { processing, work, verification, updatedAt } = status;
  // As old as before: it is still to be asked for again.
  const { dataUpdatedAt } = queries.getQueryState(keys.clip(status.id)) ?? { dataUpdatedAt: 0 };
  queries.setQueryData<Clip>(
    keys.clip(status.id),
    { ...clip, processing, work, verification, updatedAt },
    { updatedAt: dataUpdatedAt },
  );
}

/** Asks again, together, for what is on the page and no longer true. Resolves when the answers are there. */
export function askAgain(queries: QueryClient, stale: readonly Stale[]): Promise<void> {
  const clips = new Set(stale.map(({ clipId }) => clipId));
  const hasStatus = stale.some(({ isStatus }) => isStatus);
  return queries.invalidateQueries({
    predicate: ({ queryKey: [subject, id] }) => {
      if (subject === keys.dashboard[0]) return hasStatus;
      return subject === keys.clip('')[0] && typeof id === 'string' && clips.has(id);
    },
  });
}

/** What was read before the stream was open: something may have happened in between that nobody will tell of. */
export function askAgainWhatIsOlder(queries: QueryClient, thanMs: number): Promise<void> {
  const live: readonly unknown[] = [keys.clip('')[0], keys.lists[0], keys.dashboard[0]];
  return queries.invalidateQueries({
    predicate: ({ queryKey: [subject], state }) => live.includes(subject) && state.dataUpdatedAt < thanMs,
  });
}
