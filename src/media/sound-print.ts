import { ffmpegArgs } from './ffmpeg-args.js';
import type { ToolPaths } from './tool.js';
import { inputLimitArgs, type CodecPolicy } from './whitelists.js';

/** Chromaprint hears at this rate; frames of 4096 samples overlap by two thirds. */
const SOUND_RATE_HZ = 11_025;
const SAMPLES_PER_WORD = 1365;

/** Between two words of the fingerprint. */
export const SOUND_STEP_MS = (SAMPLES_PER_WORD * 1000) / SOUND_RATE_HZ;

/** Chromaprint of one sound stream, all of it, as 32-bit words of this machine's byte order on standard output. */
export function soundPrintArgs(
  at: ToolPaths,
  { streamIndex, codecPolicy }: { readonly streamIndex: number; readonly codecPolicy: CodecPolicy },
): string[] {
  return ffmpegArgs({
    inputOptions: [
      ...['-threads', '1', '-filter_threads', '1', '-filter_complex_threads', '1'],
      ...['-vn', '-sn', '-dn'],
      ...inputLimitArgs(codecPolicy),
    ],
    input: at.input,
    filterGraph: `[0:${streamIndex}]aformat=sample_fmts=s16:sample_rates=${SOUND_RATE_HZ}:channel_layouts=mono[sound]`,
    outputs: [{ target: 'pipe:1', options: ['-map', '[sound]', '-f', 'chromaprint', '-fp_format', 'raw'] }],
  });
}
