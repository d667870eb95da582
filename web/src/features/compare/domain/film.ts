import type { Schemas } from '@/api/problem';
import type { Segment, Side } from './segment-map';

/** One of the two clips, with what is needed to move in it. */
export interface Film {
  readonly clip: Schemas['Clip'];
  readonly frames: readonly Schemas['Frame'][];
  readonly durationMs: number | null;
  readonly fps: number | null;
  /** Width by height, as shown. */
  readonly aspect: number | null;
}

/** How long a clip is, at least: where its length was never read, up to the last moment that anything is known of. */
export function lengthOf(film: Film, segments: readonly Segment[], side: Side): number {
  if (film.durationMs !== null) return film.durationMs;
  const ends = segments.map(({ endMs, otherEndMs }) => (side === 'this' ? endMs : otherEndMs));
  return Math.max(0, ...ends, film.frames.at(-1)?.ptsMs ?? 0);
}
