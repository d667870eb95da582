const USUAL_FPS = 25;

/**
 * The middle of the frame that lies `by` frames from the one at `ms`. A seek to a frame's very start may show the one before
 * it: containers round their times.
 */
export function steppedMs(ms: number, by: number, fps: number | null, durationMs: number): number {
  const frameMs = 1000 / (fps === null || fps <= 0 ? USUAL_FPS : fps);
  const last = Math.max(0, Math.ceil(durationMs / frameMs) - 1);
  const frame = Math.min(Math.max(Math.floor(ms / frameMs + 1e-6) + by, 0), last);
  return Math.min((frame + 0.5) * frameMs, durationMs);
}

/** The keyframe nearest in time; undefined when there is none. */
export function nearestFrame<F extends { readonly ptsMs: number }>(
  frames: readonly F[],
  ms: number,
): F | undefined {
  let nearest: F | undefined;
  for (const frame of frames)
    if (nearest === undefined || Math.abs(frame.ptsMs - ms) < Math.abs(nearest.ptsMs - ms)) nearest = frame;
  return nearest;
}
