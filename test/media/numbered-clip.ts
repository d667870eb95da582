import { ffmpegSync } from './raw-frames.js';

const BITS = 16;

/**
 * Filter that paints each picture's number (from 0) into it: 16 upright bars across the upper half, lowest bit on the left,
 * white for 1; grey below. Which picture a JPEG shows, and which way up, can so be read from it.
 */
export const NUMBER_BARS = `geq=lum='if(lt(Y,H/2),if(mod(floor(N/pow(2,floor(X*${BITS}/W))),2),235,16),126)':cb=128:cr=128`;

/** Input arguments for a clip whose pictures carry their numbers. */
export function numbered(seconds: number, fps = 25, size = '320x180'): string[] {
  return ['-f', 'lavfi', '-i', `color=c=gray:s=${size}:r=${fps}:d=${seconds},${NUMBER_BARS}`];
}

/** Reads the number back. @param turnBack filter that turns the picture as it was made, for example `transpose=cclock` */
export function shownNumber(jpegPath: string, turnBack = 'null'): number {
  const cells = ffmpegSync([
    ...['-i', jpegPath, '-vf', `${turnBack},scale=${BITS}:4:flags=area,format=gray`],
    ...['-f', 'rawvideo', 'pipe:1'],
  ]);
  // The second of four rows lies well within the bars, and the third within the grey below.
  const bars = [...cells.subarray(BITS, 2 * BITS)];
  const below = [...cells.subarray(2 * BITS, 3 * BITS)];
  if (below.some((level) => level < 96 || level > 160))
    throw new Error('the picture is not the right way up');
  return bars.reduce((sum, level, bit) => sum + (level > 128 ? 2 ** bit : 0), 0);
}
