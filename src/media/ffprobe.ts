import { PartError } from '../shared/errors.js';
import { ffprobeDocument, type FfprobeDocument } from './ffprobe-document.js';
import type { ToolLimits, ToolRecord, ToolRunner } from './tool.js';
import { inputLimitArgs, namingOnlyArgs, type CodecPolicy } from './whitelists.js';

export interface FfprobeInput {
  readonly inputPath: string;
  readonly codecPolicy: CodecPolicy;
  readonly signal: AbortSignal;
}

export interface FfprobeReport {
  readonly document: FfprobeDocument;
  /** ffprobe's own JSON. */
  readonly json: Buffer;
  /** Decoders outside the allow-list that were initialised to name their stream, and never decoded with. */
  readonly namedOnly: readonly string[];
  /** The tags were larger than ffprobe's output may be, and were left out. */
  readonly withoutTags: boolean;
  readonly runs: readonly ToolRecord[];
}

const FFPROBE_LIMITS: ToolLimits = {
  timeoutMs: 20_000,
  cpuSeconds: 20,
  addressSpaceBytes: 1024 ** 3,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 2 * 1024 ** 2,
};

const FORMAT_ENTRIES = 'format=format_name,format_long_name,duration,start_time,bit_rate,probe_score';
const STREAM_ENTRIES =
  'stream=index,codec_name,codec_type,codec_tag_string,profile,pix_fmt,width,height,sample_aspect_ratio,' +
  'r_frame_rate,avg_frame_rate,time_base,start_time,duration,bit_rate,nb_frames,field_order,color_space,' +
  'color_transfer,color_primaries,color_range,sample_rate,channels,channel_layout';
const OTHER_ENTRIES =
  'stream_disposition=default,attached_pic,timed_thumbnails:stream_side_data=side_data_type,rotation:chapter=id';
const TAG_ENTRIES = 'format_tags:stream_tags';
const MAX_NAMED_ONLY = 8;

/**
 * Asks ffprobe for the wanted entries of a file. Decoders outside the policy are initialised only to name their stream.
 * @throws PartError `not_media` (no allowed container), `corrupt_media` (cannot be opened), `limits_exceeded` (pixels, streams,
 *   output), `tool_timeout`, `tool_crashed`
 */
export async function probeFile(tools: ToolRunner, input: FfprobeInput): Promise<FfprobeReport> {
  const runs: ToolRecord[] = [];
  const namedOnly = new Set<string>();
  let withTags = true;
  for (;;) {
    const attempt = await runOnce(tools, input, [...namedOnly], withTags);
    if (attempt === 'too_much_output') {
      if (!withTags) throw new PartError('limits_exceeded', 'The description of the file is too large.');
      withTags = false;
      continue;
    }
    runs.push(attempt.record);
    if (attempt.record.exitCode === 0) {
      const document = ffprobeDocument(attempt.stdout);
      const report = { document, json: attempt.stdout, runs };
      return { ...report, namedOnly: [...namedOnly], withoutTags: !withTags };
    }
    const news = attempt.refused.filter((name) => !namedOnly.has(name));
    const isOnlyRefused = attempt.failure === undefined && news.length > 0;
    if (!isOnlyRefused || namedOnly.size >= MAX_NAMED_ONLY) throw failureOf(attempt, runs);
    for (const name of news) namedOnly.add(name);
  }
}

interface Attempt {
  readonly record: ToolRecord;
  readonly stdout: Buffer;
  readonly stderrTail: string;
  readonly refused: readonly string[];
  readonly failure: { code: 'not_media' | 'limits_exceeded'; message: string } | undefined;
}

async function runOnce(
  tools: ToolRunner,
  { inputPath, codecPolicy, signal }: FfprobeInput,
  namedOnly: readonly string[],
  withTags: boolean,
): Promise<Attempt | 'too_much_output'> {
  const entries = [FORMAT_ENTRIES, STREAM_ENTRIES, OTHER_ENTRIES, ...(withTags ? [TAG_ENTRIES] : [])];
  const refused = new Set<string>();
  let failure: Attempt['failure'];
  try {
    const result = await tools.run({
      tool: 'ffprobe',
      args: (at) => [
        ...ffprobeInputArgs(codecPolicy, namedOnly),
        '-of',
        'json',
        '-show_entries',
        entries.join(':'),
        '-i',
        at.input,
      ],
      inputPath,
      limits: FFPROBE_LIMITS,
      signal,
      onStderrLine: (line) => {
        const decoder = /Codec \((\S{1,64})\) not on whitelist/.exec(line)?.[1];
        if (decoder !== undefined) refused.add(decoder);
        failure ??= failureIn(line);
      },
    });
    return { ...result, refused: [...refused], failure };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PartError && error.code === 'limits_exceeded') return 'too_much_output';
    throw error;
  }
}

/** Everything before the entries: quiet, limited, whitelisted. */
export function ffprobeInputArgs(policy: CodecPolicy, namedOnly: readonly string[]): string[] {
  const naming = policy === 'all' || namedOnly.length === 0 ? [] : namingOnlyArgs(namedOnly);
  // One thread: libdav1d starts one per core otherwise, and their stacks alone overrun 1 GB on a large machine.
  return ['-hide_banner', '-v', 'error', '-threads', '1', ...inputLimitArgs(policy), ...naming];
}

function failureIn(line: string): Attempt['failure'] {
  if (line.includes('exceeds specified max pixel count')) {
    return { code: 'limits_exceeded', message: 'The pictures are larger than 35 389 440 pixels.' };
  }
  if (line.includes('Number of streams exceeds max_streams')) {
    return { code: 'limits_exceeded', message: 'The file has more than 32 streams.' };
  }
  if (line.includes('Format not on whitelist')) {
    return { code: 'not_media', message: 'The file is not one of the accepted video containers.' };
  }
  return undefined;
}

function failureOf(attempt: Attempt, runs: readonly ToolRecord[]): PartError {
  const details = { record: attempt.record, runs, stderrTail: attempt.stderrTail };
  const { code, message } = attempt.failure ?? {
    code: 'corrupt_media' as const,
    message: 'The container cannot be opened: it is damaged, or not what its name says.',
  };
  return new PartError(code, message, details);
}
