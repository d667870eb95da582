import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pictureName, readGreyPictures } from '../../../media/grey-pictures.js';
import { readLines } from '../../../media/tesseract.js';
import type { ToolRecord, ToolRunner } from '../../../media/tool.js';
import { PartError } from '../../../shared/errors.js';
import { shownLine, shownText, type ShownLine } from './domain/shown-text.js';
import { cutOut, findTextLines, type GreyPicture, type TextBox } from './domain/text-lines.js';

export interface PictureFile {
  readonly sha256Hex: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

export interface ReadPictures {
  readonly texts: readonly (ShownLine & { readonly sha256Hex: string })[];
  readonly framesRead: number;
  readonly framesLeft: number;
  /** Those of them whose turn never came, by SHA-256. */
  readonly waiting: readonly string[];
  readonly toolRuns: readonly ToolRecord[];
}

export interface ReadingLimits {
  /** For all pictures together. */
  readonly timeMs: number;
}

/** One process reads so many pictures; between them the time is looked at. */
const AT_ONCE = 8;
/** Letters of a 360-line clip are too small for the engine, those of a 4K clip needlessly large. */
const LONG_SIDE_PX = 1280;

/**
 * Reads pictures one batch after the other until the time is over. A batch on which a tool fails is left and counted; so is one
 * that had the whole time for itself, or it would be tried for ever.
 * @throws the signal's reason when aborted
 */
export async function readPictures(
  tools: ToolRunner,
  pictures: readonly PictureFile[],
  around: {
    readonly folder: string;
    readonly languages: readonly string[];
    readonly limits: ReadingLimits;
    readonly signal: AbortSignal;
    readonly onProgress: (fraction: number) => void;
  },
): Promise<ReadPictures> {
  const endsAt = performance.now() + around.limits.timeMs;
  const texts: (ShownLine & { sha256Hex: string })[] = [];
  const toolRuns: ToolRecord[] = [];
  const waiting: string[] = [];
  let framesRead = 0;
  for (let start = 0; start < pictures.length; start += AT_ONCE) {
    const batch = pictures.slice(start, start + AT_ONCE);
    const hashes = batch.map(({ sha256Hex }) => sha256Hex);
    const leftMs = endsAt - performance.now();
    if (leftMs <= 0) {
      waiting.push(...hashes);
      continue;
    }
    const folder = join(around.folder, String(start));
    try {
      const read = await readBatch(tools, batch, { ...around, folder, timeoutMs: Math.ceil(leftMs) });
      texts.push(...read.texts);
      toolRuns.push(...read.toolRuns);
      framesRead += batch.length;
    } catch (error) {
      around.signal.throwIfAborted();
      if (!(error instanceof PartError)) throw error;
      if (start > 0 && performance.now() >= endsAt) waiting.push(...hashes);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    around.onProgress(Math.min(start + AT_ONCE, pictures.length) / pictures.length);
  }
  return { texts, framesRead, framesLeft: pictures.length - framesRead, waiting, toolRuns };
}

async function readBatch(
  tools: ToolRunner,
  batch: readonly PictureFile[],
  around: { folder: string; languages: readonly string[]; timeoutMs: number; signal: AbortSignal },
): Promise<Pick<ReadPictures, 'texts' | 'toolRuns'>> {
  const { folder, signal } = around;
  await mkdir(folder, { recursive: true });
  for (const [index, { path }] of batch.entries()) await copyFile(path, join(folder, pictureName(index)));
  const grey = await readGreyPictures(tools, { folder, signal, ...sizeOf(batch) });
  const lines: { readonly picture: number; readonly box: TextBox; readonly image: GreyPicture }[] = [];
  for (const [picture, luma] of grey.pictures.entries()) {
    const page = { width: grey.width, height: grey.height, luma };
    lines.push(...findTextLines(page).map((box) => ({ picture, box, image: cutOut(page, box) })));
    // The worker's other parts and its health answer wait for this thread.
    await nextTurn();
  }
  if (lines.length === 0) return { texts: [], toolRuns: [grey.record] };
  const { words, record } = await readLines(tools, { ...around, images: lines.map(({ image }) => image) });
  const shown = lines.flatMap(({ picture, box }, image) => {
    const line = shownLine(words.filter((word) => word.image === image));
    return line === null ? [] : [{ ...line, box, picture }];
  });
  const texts = batch.flatMap(({ sha256Hex }, picture) => {
    const text = shownText(shown.filter((line) => line.picture === picture));
    return text === null ? [] : [{ ...text, sha256Hex }];
  });
  return { texts, toolRuns: [grey.record, record] };
}

/** All frames of a clip have one size. */
function sizeOf([first]: readonly PictureFile[]): { readonly width: number; readonly height: number } {
  const { width = LONG_SIDE_PX, height = LONG_SIDE_PX } = first ?? {};
  const scale = LONG_SIDE_PX / Math.max(width, height);
  return {
    width: Math.max(16, Math.round(width * scale)),
    height: Math.max(16, Math.round(height * scale)),
  };
}
