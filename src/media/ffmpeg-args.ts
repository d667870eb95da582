import ffmpeg from 'fluent-ffmpeg';

export interface FfmpegOutput {
  /** A path or `pipe:1`. */
  readonly target: string;
  readonly options: readonly string[];
}

export interface FfmpegCommandLine {
  /** Before `-i`. */
  readonly inputOptions: readonly string[];
  readonly input: string;
  readonly filterGraph: string;
  readonly outputs: readonly FfmpegOutput[];
}

/** fluent-ffmpeg's own list, which its typings leave out. */
interface ArgumentLister {
  _getArguments(): readonly string[];
}

const QUIET = ['-nostdin', '-hide_banner', '-v', 'error'];

/**
 * The argument list of one ffmpeg process. fluent-ffmpeg is used for this alone, and only here: it is archived upstream, and
 * its own spawning kills one process instead of the group and hands over our whole environment, so that it must never run.
 */
export function ffmpegArgs({ inputOptions, input, filterGraph, outputs }: FfmpegCommandLine): string[] {
  const command = ffmpeg();
  command
    .input(input)
    .inputOptions(...unsplit(inputOptions))
    .complexFilter(filterGraph);
  for (const { target, options } of outputs) {
    command.output(target).outputOptions(...unsplit(options));
  }
  return [...QUIET, ...(command as unknown as ArgumentLister)._getArguments()];
}

/** fluent-ffmpeg splits a lone option at its space; more than one it takes as they are. */
function unsplit(options: readonly string[]): string[] {
  if (options.length === 1) throw new RangeError('give an option together with its value');
  return [...options];
}
