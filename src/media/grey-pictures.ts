import { ffmpegArgs } from './ffmpeg-args.js';
import type { ToolLimits, ToolRecord, ToolRunner } from './tool.js';
import { PartError } from '../shared/errors.js';

export interface GreyPictures {
  readonly width: number;
  readonly height: number;
  /** One byte of luma (0..255) a pixel, row by row, in the order of the files. Fewer than the files when one was damaged. */
  readonly pictures: readonly Uint8Array[];
  readonly record: ToolRecord;
}

/** Name of the n-th file in the folder, from 0. */
export const pictureName = (index: number): string => `p${String(index).padStart(5, '0')}.jpg`;

const LIMITS: ToolLimits = {
  timeoutMs: 20_000,
  cpuSeconds: 20,
  addressSpaceBytes: 1024 ** 3,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 64 * 1024 ** 2,
};

/**
 * Luma of JPEG files of our own, `p00000.jpg` and on, all scaled to one size.
 * @throws PartError of `ToolRunner.run`, and `decode_failed`
 */
export async function readGreyPictures(
  tools: ToolRunner,
  from: {
    readonly folder: string;
    readonly width: number;
    readonly height: number;
    readonly signal: AbortSignal;
  },
): Promise<GreyPictures> {
  const { folder, width, height, signal } = from;
  const { record, stdout, stderrTail } = await tools.run({
    tool: 'ffmpeg',
    args: (at) =>
      ffmpegArgs({
        inputOptions: [
          ...['-threads', '1', '-filter_threads', '1', '-filter_complex_threads', '1'],
          ...['-protocol_whitelist', 'file', '-format_whitelist', 'image2', '-codec_whitelist', 'mjpeg'],
          ...['-f', 'image2', '-framerate', '1', '-start_number', '0'],
        ],
        input: `${at.output}/p%05d.jpg`,
        filterGraph: `[0:v]scale=${width}:${height}:flags=bicubic:out_range=pc,format=gray[grey]`,
        outputs: [{ target: 'pipe:1', options: ['-map', '[grey]', '-f', 'rawvideo'] }],
      }),
    outputDir: folder,
    limits: LIMITS,
    signal,
  });
  const bytes = width * height;
  if (stdout.length < bytes)
    throw new PartError('decode_failed', 'The kept frames could not be read again.', { record, stderrTail });
  const pictures = Array.from({ length: Math.floor(stdout.length / bytes) }, (_, index) =>
    stdout.subarray(index * bytes, (index + 1) * bytes),
  );
  return { width, height, pictures, record };
}
