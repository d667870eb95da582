import { ffmpegArgs } from './ffmpeg-args.js';
import { jpegOptions } from './frame-pass.js';
import type { ToolPaths } from './tool.js';

/** Names within the folder of one run, counted from 1 without gaps. */
export const keptThumbName = (count: number): string => `k${fiveDigits(count)}.jpg`;
export const veiledName = (count: number): string => `v${fiveDigits(count)}.jpg`;
export const CONTACT_SHEET_NAME = 'sheet.jpg';

const SHEET_TILE_WIDTH = 160;
const SHEET_COLUMNS = 12;

/** As the frame pass makes them of the clip's pictures. */
const GREY = 'scale=256:256:flags=area,format=gray';

/** Squares across the veiled picture: enough to tell a street from a room, too few for a face or a wound. */
const VEIL_CELLS = 16;

export interface Thumbs {
  readonly count: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes the veiled copy of each kept thumbnail and a sheet of all of them, from our own JPEG files alone, and puts each as a
 * 256 × 256 grey picture on standard output. Veiling averages
 * the grey picture into 16 cells across before it is blown up again: what is gone cannot be sharpened back.
 */
export function veilArgs(at: ToolPaths, thumbs: Thumbs): string[] {
  const columns = Math.min(SHEET_COLUMNS, thumbs.count);
  const rows = Math.ceil(thumbs.count / columns);
  const veil = [
    `scale=${VEIL_CELLS}:${cellsDown(thumbs)}:flags=area`,
    'format=gray',
    `scale=${thumbs.width}:${thumbs.height}:flags=bicubic`,
    'format=yuvj420p',
  ];
  const sheet = [
    `scale=${SHEET_TILE_WIDTH}:${tileHeight(thumbs)}:flags=area`,
    `tile=${columns}x${rows}:padding=2`,
    'format=yuvj420p',
  ];
  return ffmpegArgs({
    inputOptions: [
      ...['-threads', '1', '-filter_threads', '1', '-filter_complex_threads', '1'],
      ...['-protocol_whitelist', 'file', '-format_whitelist', 'image2', '-codec_whitelist', 'mjpeg'],
      ...['-f', 'image2', '-framerate', '1', '-start_number', '1'],
    ],
    input: `${at.output}/k%05d.jpg`,
    filterGraph: `[0:v]split=3[plain][all][forgrey];[plain]${veil.join(',')}[veiled];[all]${sheet.join(',')}[sheet];[forgrey]${GREY}[grey]`,
    outputs: [
      { target: `${at.output}/v%05d.jpg`, options: ['-map', '[veiled]', ...jpegOptions(5)] },
      {
        target: `${at.output}/${CONTACT_SHEET_NAME}`,
        options: ['-map', '[sheet]', '-update', '1', ...jpegOptions(4)],
      },
      { target: 'pipe:1', options: ['-map', '[grey]', '-c:v', 'rawvideo', '-f', 'rawvideo'] },
    ],
  });
}

function cellsDown({ width, height }: Thumbs): number {
  return 2 * Math.max(1, Math.round((VEIL_CELLS * height) / width / 2));
}

/** At most twice as high as wide: the rows of a clip of tall strips would be more than JPEG holds. */
function tileHeight({ width, height }: Thumbs): number {
  return 2 * Math.max(1, Math.round((SHEET_TILE_WIDTH * Math.min(height / width, 2)) / 2));
}

function fiveDigits(count: number): string {
  return String(count).padStart(5, '0');
}
