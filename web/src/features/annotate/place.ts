import type { Annotation, Draft } from './draft';
import type { Place } from './history';

export interface FrameLike {
  readonly id: string;
  readonly ptsMs: number;
}

/** The keyframe nearest to a moment, the earlier of two. */
export function nearestFrame<F extends FrameLike>(frames: readonly F[], ptsMs: number): F | undefined {
  let best: F | undefined;
  for (const frame of frames)
    if (best === undefined || Math.abs(frame.ptsMs - ptsMs) < Math.abs(best.ptsMs - ptsMs)) best = frame;
  return best;
}

export function placeOf(
  of: Pick<Annotation, 'frameId' | 'clipId'> | Pick<Draft, 'frameId'>,
  clipId: string,
): Place {
  return of.frameId === null ? { on: 'clip', id: clipId } : { on: 'frame', id: of.frameId };
}

/** What `target.source` must name. */
export function sourceOf({ on, id }: Place): string {
  return on === 'frame' ? `/api/v1/frames/${id}/image` : `/api/v1/clips/${id}/original`;
}
