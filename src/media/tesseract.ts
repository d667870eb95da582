import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PartError } from '../shared/errors.js';
import { greyTiff, type GreyPage } from './grey-tiff.js';
import type { ToolLimits, ToolRecord, ToolRunner } from './tool.js';

export interface ReadWord {
  /** Which of the images, from 0. */
  readonly image: number;
  readonly text: string;
  /** 0 to 100, the engine's own. */
  readonly confidence: number;
}

const LIMITS: Omit<ToolLimits, 'timeoutMs'> = {
  cpuSeconds: 60,
  addressSpaceBytes: 2 * 1024 ** 3,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 4 * 1024 ** 2,
};

/** In this order of preference, as far as their data is installed. */
const WANTED_LANGUAGES = ['ara', 'eng'];

/** Those of Arabic and English that the installed engine can read. */
export async function installedLanguages(tools: ToolRunner, signal: AbortSignal): Promise<readonly string[]> {
  const { stdout } = await tools.run({
    tool: 'tesseract',
    args: () => ['--list-langs'],
    limits: { ...LIMITS, timeoutMs: 20_000 },
    signal,
  });
  const installed = new Set(
    stdout
      .toString('utf8')
      .split('\n')
      .map((line) => line.trim()),
  );
  return WANTED_LANGUAGES.filter((language) => installed.has(language));
}

/**
 * Reads images of one line of text each, all by one process, because loading two languages takes longer than a line.
 * @throws PartError of `ToolRunner.run`, and `decode_failed` when the engine gives no answer
 */
export async function readLines(
  tools: ToolRunner,
  request: {
    /** Black letters on white. */
    readonly images: readonly GreyPage[];
    readonly languages: readonly string[];
    /** Where the images may be left for the tool. */
    readonly folder: string;
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly words: readonly ReadWord[]; readonly record: ToolRecord }> {
  const { images, languages, folder, timeoutMs, signal } = request;
  const inputPath = join(folder, 'lines.tiff');
  await writeFile(inputPath, greyTiff(images));
  const { record, stdout, stderrTail } = await tools.run({
    tool: 'tesseract',
    args: (at) => [at.input, 'stdout', '--psm', SINGLE_LINE, '-l', languages.join('+'), 'tsv'],
    inputPath,
    limits: { ...LIMITS, timeoutMs },
    signal,
  });
  if (record.exitCode !== 0)
    throw new PartError('decode_failed', 'tesseract gave no answer.', { record, stderrTail });
  return { words: wordsOf(stdout.toString('utf8')), record };
}

const SINGLE_LINE = '7';

/** Level 5 rows of tesseract's TSV are words; page numbers count the images from 1. */
function wordsOf(tsv: string): ReadWord[] {
  return tsv.split('\n').flatMap((line) => {
    const [level, page, , , , , , , , , confidence, ...text] = line.split('\t');
    if (level !== '5') return [];
    const word = { image: Number(page) - 1, text: text.join('\t').trim(), confidence: Number(confidence) };
    return word.text !== '' && Number.isFinite(word.confidence) ? [word] : [];
  });
}
