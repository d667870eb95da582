import {
  candidateFilters,
  greyFilters,
  everyFrameFilters,
  type PictureGeometry,
} from './frame-pass-graph.js';
import { ffmpegArgs } from './ffmpeg-args.js';
import type { ToolPaths } from './tool.js';
import { inputLimitArgs, type CodecPolicy } from './whitelists.js';

export interface FramePass {
  readonly streamIndex: number;
  /** Times on the side channel are counted in this. */
  readonly timeBase: { readonly num: number; readonly den: number };
  readonly geometry: PictureGeometry;
  /** Seconds between two candidate pictures where nothing else asks for one. */
  readonly candidateSeconds: number;
  readonly codecPolicy: CodecPolicy;
  readonly decoderThreads: 1 | 2;
}

/** Names of the candidate pictures in the output folder, counted from 1. */
export const candidateName = (count: number): string => `c${String(count).padStart(5, '0')}.jpg`;
export const thumbName = (count: number): string => `t${String(count).padStart(5, '0')}.jpg`;

/**
 * One decode that yields, all at once: 256 × 256 grey frames on standard output, at most one per tenth of a second;
 * candidate pictures and their thumbnails as JPEG files; and on file descriptor 3 what `FramePassLines` reads.
 * The same input gives the same bytes, whatever the number of decoder threads.
 */
export function framePassArgs(at: ToolPaths, pass: FramePass): string[] {
  const { streamIndex, timeBase, geometry, candidateSeconds } = pass;
  return ffmpegArgs({
    inputOptions: inputOptions(pass),
    input: at.input,
    filterGraph: [
      `[0:${streamIndex}]${everyFrameFilters(timeBase)},split[forgrey][forpictures]`,
      `[forgrey]${greyFilters(geometry)}[grey]`,
      `[forpictures]${candidateFilters(geometry, candidateSeconds)},split[full][forthumb]`,
      `[forthumb]${thumbFilter()}[thumb]`,
    ].join(';'),
    outputs: [
      { target: 'pipe:1', options: ['-map', '[grey]', '-c:v', 'rawvideo', '-f', 'rawvideo', ...PASSTHROUGH] },
      { target: `${at.output}/c%05d.jpg`, options: ['-map', '[full]', ...jpegOptions(3)] },
      { target: `${at.output}/t%05d.jpg`, options: ['-map', '[thumb]', ...jpegOptions(4)] },
    ],
  });
}

/**
 * A timestamp gap must not be filled with copies: at a constant rate one gap of one frame made 100 010 pictures of an
 * 834 kB clip.
 */
const PASSTHROUGH = ['-fps_mode', 'passthrough'];

function inputOptions({ decoderThreads, codecPolicy }: FramePass): string[] {
  return [
    ...['-threads', String(decoderThreads), '-filter_threads', '1', '-filter_complex_threads', '1'],
    // Times stay the container's own; where the clip starts is for the reader of the side channel to say.
    '-copyts',
    // Turning every frame would cost more than the rest of the pass: only those that are kept are turned.
    '-noautorotate',
    ...inputLimitArgs(codecPolicy),
  ];
}

/** JPEG whose bytes depend on the picture alone: no encoder name in it, and no restart markers of a second thread. */
export function jpegOptions(quality: number): string[] {
  return [
    ...['-c:v', 'mjpeg', '-q:v', String(quality), '-threads', '1', '-bitexact', '-map_metadata', '-1'],
    ...PASSTHROUGH,
    ...['-f', 'image2'],
  ];
}

const THUMB_WIDTH = 320;
/** A strip of 16 × 4000 would otherwise make a thumbnail that JPEG cannot hold. */
const MOST_THUMB_HEIGHT = 1280;

function thumbFilter(): string {
  const height = `max(2,min(${MOST_THUMB_HEIGHT},2*round(${THUMB_WIDTH}*ih/iw/2)))`;
  return `scale=w=${THUMB_WIDTH}:h='${height}':flags=area`;
}
