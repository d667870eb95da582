import type { Ratio } from '../probe.contract.js';

/** Seconds as ffprobe writes them → whole milliseconds; null for absent, `N/A` or nonsense. */
export function millisecondsOf(seconds: string | undefined): number | null {
  const value = seconds === undefined || seconds === '' ? Number.NaN : Number(seconds) * 1000;
  return Number.isFinite(value) ? Math.round(value) : null;
}

export function integerOf(text: string | undefined): number | null {
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** `1:1`, `30000/1001` → ratio; null when absent or when a part is 0 (ffprobe's way of saying unknown). */
export function ratioOf(text: string | undefined): Ratio | null {
  const parts = /^(\d+)[:/](\d+)$/.exec(text ?? '');
  const [num, den] = [Number(parts?.[1]), Number(parts?.[2])];
  return num > 0 && den > 0 ? { num, den } : null;
}

export interface DisplayGeometry {
  readonly displayWidth: number;
  readonly displayHeight: number;
  readonly rotationDegrees: number;
}

/**
 * Size on the screen: non-square pixels are widened or narrowed first, then the picture is turned.
 * @param counterClockwise rotation of ffprobe's display matrix; its sign is opposite to a player's turn
 */
export function displayGeometry(
  width: number,
  height: number,
  sampleAspectRatio: Ratio,
  counterClockwise: number,
): DisplayGeometry {
  const rotationDegrees = (((-counterClockwise % 360) + 360) % 360) + 0;
  const squareWidth = Math.round((width * sampleAspectRatio.num) / sampleAspectRatio.den);
  const isOnItsSide = Math.round(rotationDegrees / 90) % 2 === 1;
  return {
    rotationDegrees,
    displayWidth: isOnItsSide ? height : squareWidth,
    displayHeight: isOnItsSide ? squareWidth : height,
  };
}

/**
 * Constant when no two steps differ by more than 2 ms and two ticks: containers that count in milliseconds show 29.97
 * pictures a second as steps of 33 and 34 ms.
 */
export function frameRateModeOf(
  smallestGapMs: number | null,
  largestGapMs: number | null,
  timeBase: Ratio | null,
): 'constant' | 'variable' | 'unknown' {
  if (smallestGapMs === null || largestGapMs === null) return 'unknown';
  const tickMs = timeBase === null ? 0 : (1000 * timeBase.num) / timeBase.den;
  const toleranceMs = 2 + Math.min(2 * tickMs, 2);
  return largestGapMs - smallestGapMs <= toleranceMs ? 'constant' : 'variable';
}
