import type { Schemas } from '@/api/problem';

/** How the film's pictures follow each other. */
export interface FrameRate {
  /** Pictures a second; null when nobody could tell. */
  readonly fps: number | null;
  /** All pictures stand equally long, so that their numbers can be counted from the time. */
  readonly isConstant: boolean;
}

interface Video {
  readonly frameRateMode: 'constant' | 'variable' | 'unknown';
  readonly avgFps: number | null;
}

export function frameRateOf(metadata: Schemas['ClipMetadata'] | undefined): FrameRate {
  const video = metadata?.video as Video | null | undefined;
  if (video == null) return { fps: null, isConstant: false };
  return { fps: video.avgFps, isConstant: video.frameRateMode === 'constant' && video.avgFps !== null };
}

/** The number of the picture that stands at a time, from 0; null when it cannot be counted. */
export function frameNumberAt(ptsMs: number, { fps, isConstant }: FrameRate): number | null {
  if (fps === null || !isConstant) return null;
  // Times are rounded to whole milliseconds: a picture that begins at 33.37 is asked for at 33.
  return Math.floor(((ptsMs + 1) * fps) / 1000);
}

/** A time well within the picture after the one that began at `shownMs`; null when its length is not known. */
export function withinNext(shownMs: number, { fps, isConstant }: FrameRate): number | null {
  if (fps === null || !isConstant) return null;
  return shownMs + 1500 / fps;
}

/** A time within the picture before the one that began at `shownMs`: its last half millisecond, whatever its length. */
export const withinPrevious = (shownMs: number): number => Math.max(0, shownMs - 0.5);

/** How far to feel forward for the next picture when pictures stand differently long. */
export const feelerMs = ({ fps }: FrameRate): number => (fps === null ? 10 : Math.max(2, 250 / fps));
