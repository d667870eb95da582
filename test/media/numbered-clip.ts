import { ffmpegSync } from './raw-frames.js';

const BITS = 16;

/**
 * Input arguments for a clip that carries each picture's number (from 0): 16 upright bars across the upper half, lowest bit
 * on the left, white for 1; grey below. Which picture a JPEG shows, and which way up, can so be read from it.
 */
export function numbered(seconds: number, fps = 25, size = '320x180'): string[] {
  const [width = '', height = ''] = size.split('x');
  // An expression for each pixel takes longer than everything a spec does with the clip: one pixel a bar, then enlarged.
  const bars = `geq=lum='if(lt(Y,1),if(mod(floor(N/pow(2,X)),2),235,16),126)':cb=128:cr=128`;
  const enlarge = `scale=${width}:${height}:flags=neighbor,setsar=1`;
  return ['-f', 'lavfi', '-i', `color=c=gray:s=${BITS}x2:r=${fps}:d=${seconds},${bars},${enlarge}`];
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
