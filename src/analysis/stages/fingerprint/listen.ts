import { soundPrintArgs } from '../../../media/sound-print.js';
import type { ToolLimits, ToolRecord, ToolRunner } from '../../../media/tool.js';
import { isCodecAllowed } from '../../../media/whitelists.js';
import { PartError } from '../../../shared/errors.js';
import type { StageInput } from '../../pipeline/stage.js';
import type { ProbeOutput } from '../probe/probe.contract.js';
import { isTellingSound } from './domain/sound-words.js';

export interface Heard {
  /** Null when there is no sound, or none that tells anything. */
  readonly words: Uint32Array | null;
  readonly records: readonly ToolRecord[];
  readonly warnings: readonly string[];
}

const LIMITS: ToolLimits = {
  timeoutMs: 600_000,
  cpuSeconds: 600,
  addressSpaceBytes: 1024 ** 3,
  fileSizeBytes: 0,
  // Eight words a second: a day is 2.8 MB.
  stdoutBytes: 16 * 1024 ** 2,
};

/** Chromaprint of the main sound stream. A sound that cannot be heard is a warning, because the pictures can still be compared. */
export async function listen(input: StageInput, tools: ToolRunner, { audio }: ProbeOutput): Promise<Heard> {
  if (audio === null) return { words: null, records: [], warnings: [] };
  const { codecPolicy } = input.settings;
  if (!isCodecAllowed(audio.codec, codecPolicy))
    return unheard(
      `Sound in ${audio.codec} is outside the decoders that CODEC_POLICY allows; it is not compared.`,
    );
  try {
    const { record, stdout, stderrTail } = await tools.run({
      tool: 'ffmpeg',
      args: (at) => soundPrintArgs(at, { streamIndex: audio.index, codecPolicy }),
      inputPath: input.originalPath,
      limits: LIMITS,
      signal: input.signal,
    });
    if (/chromaprint' is not/i.test(stderrTail))
      return unheard('This ffmpeg is built without chromaprint; sound is not compared.', record);
    if (record.exitCode !== 0) return unheard('The sound could not be decoded; it is not compared.', record);
    const words = wordsOf(stdout);
    return { words: isTellingSound(words) ? words : null, records: [record], warnings: [] };
  } catch (error) {
    if (!(error instanceof PartError) || error.code === 'internal') throw error;
    return unheard(`The sound is not compared: ${error.publicMessage}`);
  }
}

function unheard(warning: string, record?: ToolRecord): Heard {
  return { words: null, records: record ? [record] : [], warnings: [warning] };
}

/** ffmpeg writes them in this machine's own byte order, as typed arrays have it. */
function wordsOf(stdout: Buffer): Uint32Array {
  const whole = Uint8Array.from(stdout.subarray(0, stdout.length - (stdout.length % 4)));
  return new Uint32Array(whole.buffer);
}
