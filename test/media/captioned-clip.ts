import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ffmpegSync } from './raw-frames.js';

export interface Caption {
  readonly text: string;
  /** ffmpeg colour of the letters, with its transparency: `white@0.9`. */
  readonly color: string;
  /** Behind the letters; without it they stand on the picture, with a dark rim. */
  readonly box?: string;
  /** Of the top edge, as a share of the picture's height. */
  readonly top: number;
}

export interface CaptionedShot {
  /** lavfi source without its size, for example `mandelbrot=start_scale=0.1`. */
  readonly source: string;
  readonly captions: readonly Caption[];
}

const SIZE = '640x360';
const SECONDS = 2;
/** Comes with ffmpeg on Debian (fontconfig-config needs it) and has Arabic letters in all their forms. */
export const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';

/** A clip of shots with captions, two seconds each; 640 × 360, H.264. What is written in it is so known. */
export function captionedClip(shots: readonly CaptionedShot[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-captions-'));
  try {
    const drawn = shots.map(({ captions }, shot) =>
      captions.map((caption, index) => drawText(caption, join(folder, `${shot}-${index}.txt`))).join(','),
    );
    const graph = [
      ...drawn.map((draw, shot) => `[${shot}:v]trim=duration=${SECONDS},${draw || 'null'}[s${shot}]`),
      `${drawn.map((_, shot) => `[s${shot}]`).join('')}concat=n=${shots.length}[out]`,
    ].join(';');
    const path = join(folder, 'clip.mp4');
    ffmpegSync([
      ...shots.flatMap(({ source }) => [
        ...['-f', 'lavfi', '-t', String(SECONDS), '-i'],
        `${source}${source.includes('=') ? ':' : '='}s=${SIZE}:r=12`,
      ]),
      ...['-filter_complex', graph, '-map', '[out]', '-c:v', 'libx264', '-preset', 'ultrafast'],
      ...['-pix_fmt', 'yuv420p', '-threads', '1', path],
    ]);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function drawText({ text, color, box, top }: Caption, path: string): string {
  writeFileSync(path, text);
  const behind = box === undefined ? 'borderw=2:bordercolor=black' : `box=1:boxcolor=${box}:boxborderw=8`;
  return `drawtext=fontfile=${FONT}:textfile=${path}:fontsize=26:fontcolor=${color}:${behind}:x=(w-tw)/2:y=h*${top}`;
}
