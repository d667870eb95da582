import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real clips beside the project; absent on most machines. */
export const CLIPS_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/clips');

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** A frame in planar yuv420p: width·height luma bytes, then the two quarter-size chroma planes. */
export type RawFrame = Buffer;

export interface RawSource {
  /** A lavfi source without size and rate, for example `mandelbrot`, or the name of a file under the clips folder. */
  readonly lavfi?: string;
  readonly clip?: string;
  readonly startSeconds?: number;
  readonly endSeconds?: number;
  /** Filters before scaling to the raster, for example a crop. */
  readonly filter?: string;
}

export function clipPath(name: string): string {
  return join(CLIPS_FOLDER, name);
}

export function hasClip(name: string): boolean {
  return existsSync(clipPath(name));
}

/** Runs ffmpeg on trusted, made input and answers its standard output. @throws Error with ffmpeg's own words. */
export function ffmpegSync(args: readonly string[], input?: Buffer): Buffer {
  const run = spawnSync('ffmpeg', ['-nostdin', '-hide_banner', '-v', 'error', '-y', ...args], {
    maxBuffer: 1024 ** 3,
    input,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`ffmpeg failed: ${run.stderr.toString()}\n${args.join(' ')}`);
  return run.stdout;
}

/** Decodes the first `count` frames of a source, scaled to the raster. Fewer when the source ends. */
export function rawFrames(source: RawSource, raster: Raster, count: number): RawFrame[] {
  const { width, height, fps } = raster;
  const scale = `fps=${fps},scale=${width}:${height}:flags=bicubic,format=yuv420p`;
  const filter = source.filter === undefined ? scale : `${source.filter},${scale}`;
  const stdout = ffmpegSync([
    ...inputArgs(source, raster),
    ...['-an', '-vf', filter, '-frames:v', String(count), '-f', 'rawvideo', 'pipe:1'],
  ]);
  const frameBytes = (width * height * 3) / 2;
  return Array.from({ length: Math.floor(stdout.length / frameBytes) }, (_, index) =>
    stdout.subarray(index * frameBytes, (index + 1) * frameBytes),
  );
}

function inputArgs(source: RawSource, { fps }: Raster): string[] {
  const { lavfi, clip, startSeconds, endSeconds } = source;
  if (lavfi === undefined) {
    const end = endSeconds === undefined ? [] : ['-to', String(endSeconds)];
    return ['-ss', String(startSeconds ?? 0), ...end, '-i', clipPath(clip ?? '')];
  }
  const [generator = '', ...filters] = lavfi.split(',');
  const rated = `${generator}${generator.includes('=') ? ':' : '='}rate=${fps}`;
  // Made sources cannot be entered in the middle: seeking after the input decodes and drops.
  const seek = startSeconds === undefined ? [] : ['-ss', String(startSeconds)];
  return ['-f', 'lavfi', '-i', [rated, ...filters].join(','), ...seek];
}

/** The base line that detectors are measured against: every picture whose scene score is over the threshold. */
export function sceneFilterCuts(
  path: string,
  threshold: number,
): { kind: string; startMs: number; endMs: number }[] {
  const report = ffmpegSync([
    ...['-i', path, '-vf', `select='gt(scene,${threshold})',metadata=print:file=-`, '-an', '-f', 'null', '-'],
  ]).toString();
  return [...report.matchAll(/pts_time:([\d.]+)/g)].map(([, seconds]) => {
    const ms = Math.round(Number(seconds) * 1000);
    return { kind: 'scene score', startMs: ms, endMs: ms };
  });
}
