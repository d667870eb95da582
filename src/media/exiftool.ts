import { createRequire } from 'node:module';
import { z } from 'zod';
import { PartError } from '../shared/errors.js';
import type { ToolLimits, ToolRecord, ToolRunner } from './tool.js';

/**
 * The perl program that npm's exiftool-vendored ships; undefined when the package has none for this platform. We start it
 * ourselves: the package's own daemon would run outside the sandbox and keep one process for the files of several cases.
 */
export function vendoredExiftoolPath(): string | undefined {
  const fromHere = createRequire(import.meta.url);
  try {
    const fromPackage = createRequire(fromHere.resolve('exiftool-vendored'));
    return fromPackage('exiftool-vendored.pl') as string;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** `Group:Name` → value as text, for example `Keys:GPSCoordinates`. Group is ExifTool's family 1. */
export type EmbeddedTags = Readonly<Record<string, string>>;

export interface ExiftoolReport {
  readonly tags: EmbeddedTags;
  /** What the program complains of within the file. */
  readonly complaints: readonly string[];
  /** Only the tags that this project interprets were read, because all of them were too much. */
  readonly isReduced: boolean;
  readonly records: readonly ToolRecord[];
}

const EXIFTOOL_LIMITS: ToolLimits = {
  timeoutMs: 20_000,
  cpuSeconds: 20,
  addressSpaceBytes: 512 * 1024 ** 2,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 2 * 1024 ** 2,
};

/**
 * No `-fast`: it stops at the media data, and phones write what we look for behind it (13.59 found nothing in such a file, and
 * took 0.15 s for 3 GiB without). `-e`: no values of ExifTool's own making. No `System` group: that is our disk, not the file.
 */
const COMMON_ARGS = ['-json', '-G1', '-a', '-e', '-c', '%+.8f', '-api', 'largefilesupport=1'];
const ALL_TAGS = ['-all', '--System:all'];
const INTERPRETED_TAGS = [
  '-FileType',
  '-MIMEType',
  '-GPS*',
  '-Location*',
  '-*Date*',
  '-Offset*',
  '-Make',
  '-Model',
  '-Software',
];

/**
 * Reads the embedded tags of a file.
 * @throws PartError of `ToolRunner.run`, and `decode_failed` when the program gives no answer
 */
export async function readEmbeddedTags(
  tools: ToolRunner,
  input: { readonly inputPath: string; readonly signal: AbortSignal },
): Promise<ExiftoolReport> {
  try {
    return await runExiftool(tools, input, ALL_TAGS, false);
  } catch (error) {
    input.signal.throwIfAborted();
    if (!(error instanceof PartError) || error.code !== 'limits_exceeded') throw error;
    return await runExiftool(tools, input, INTERPRETED_TAGS, true);
  }
}

async function runExiftool(
  tools: ToolRunner,
  { inputPath, signal }: { readonly inputPath: string; readonly signal: AbortSignal },
  wanted: readonly string[],
  isReduced: boolean,
): Promise<ExiftoolReport> {
  const { record, stdout, stderrTail } = await tools.run({
    tool: 'exiftool',
    args: (at) => [...COMMON_ARGS, ...wanted, at.input],
    inputPath,
    limits: EXIFTOOL_LIMITS,
    signal,
  });
  const tags = tagsOf(stdout);
  if (!tags) {
    throw new PartError('decode_failed', 'exiftool gave no answer that can be read.', { record, stderrTail });
  }
  const complaints = Object.entries(tags).filter(([name]) => /^ExifTool:(Error|Warning)/.test(name));
  const kept = Object.entries(tags).filter(([name]) => !/^(ExifTool:|SourceFile$)/.test(name));
  return {
    tags: Object.fromEntries(kept),
    complaints: complaints.map(([, value]) => value),
    isReduced,
    records: [record],
  };
}

const answer = z.tuple([z.record(z.string(), z.string())]);

/** Numbers keep the digits that the program wrote: a serial number above 2^53 must not change on its way through JSON. */
function tagsOf(stdout: Buffer): Record<string, string> | undefined {
  const asText: Reviver = (_key, value, context) => {
    if (typeof value === 'number') return context?.source ?? String(value);
    if (typeof value === 'boolean') return String(value);
    return value;
  };
  try {
    const [tags = {}] = JSON.parse(stdout.toString('utf8'), asText) as unknown[];
    const flat = Object.entries(tags as object).map(([name, value]) => [name, flatText(value)]);
    return answer.parse([Object.fromEntries(flat)])[0];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

/** ECMAScript's `context.source`, which Node 24 gives and TypeScript's library does not yet declare. */
type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

function flatText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(flatText).join(', ');
  return JSON.stringify(value) ?? '';
}
