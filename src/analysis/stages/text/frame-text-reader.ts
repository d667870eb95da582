import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartRun } from '../../../clips/worker.js';
import { installedLanguages } from '../../../media/tesseract.js';
import type { ToolName, ToolRunner } from '../../../media/tool.js';
import type { Database } from '../../../platform/db/database.js';
import type { ObjectStore } from '../../../platform/storage/object-store.js';
import { canonicalJson } from '../../../shared/canonical-json.js';
import { PartError } from '../../../shared/errors.js';
import { sha256Hex } from '../../../shared/sha256.js';
import { StageResultRepository, type StageKey } from '../../pipeline/stage-result.repository.js';
import type { CheckFacts } from '../checks/domain/facts.js';
import type { TextReader } from '../checks/ports.js';
import { chooseFrames, type KeptFrame } from './domain/choose-frames.js';
import { FrameTextRepository } from './frame-text.repository.js';
import { readPictures, type ReadingLimits } from './read-pictures.js';
import { TextOutput } from './text.contract.js';

/** Raised when the same pictures would be read differently. */
const STAGE = { id: 'text', version: 1 } as const;

const LIMITS: ReadingLimits = { timeMs: 60_000 };

export interface ReadingTools extends ToolRunner {
  available(tool: ToolName): boolean;
  version(tool: ToolName): string | undefined;
}

type TextRead = Pick<CheckFacts, 'text' | 'unreadFrames'>;

interface ChosenFrame extends KeptFrame {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads what is written in a clip's kept frames, once for the same bytes, and keeps it as searchable text of the frames. Never
 * fails a part: without the engine, or when it fails, it says why nothing was read. Frames for which the time was too short are
 * read when it is asked again.
 */
export class FrameTextReader implements TextReader {
  readonly #results = new StageResultRepository();
  readonly #texts = new FrameTextRepository();
  #languages: Promise<readonly string[]> | undefined;

  constructor(
    private readonly surroundings: {
      readonly db: Database;
      readonly store: ObjectStore;
      readonly tools: ReadingTools;
      readonly scratchRoot: string;
      readonly ocr: 'auto' | 'off';
      readonly limits?: ReadingLimits;
    },
  ) {}

  async read(
    clip: { readonly id: string; readonly originalSha256: string },
    run: PartRun,
  ): Promise<TextRead> {
    const { db, tools, ocr } = this.surroundings;
    if (ocr === 'off') return nothing('Reading text in pictures is turned off here.');
    if (!tools.available('tesseract'))
      return nothing('No program that reads text in pictures is installed here.');
    const frames = chooseFrames(await this.#frames(clip.id));
    if (frames.length === 0) return nothing('There are no frames to read text in.');
    const languages = await this.#installedLanguages();
    if (languages.length === 0)
      return nothing('The program that reads text does not work here, or has neither Arabic nor English.');
    const output = await this.#knownOrRead(clip, frames, languages, run);
    const facts = await db.transaction().execute(async (tx) => {
      await this.#texts.lock(tx, clip.id);
      return this.#texts.replace(tx, clip.id, output);
    });
    if (output.framesRead === 0)
      return nothing(
        'No frame of this clip could be read: the time for it was over, or the program that reads text failed.',
        output.framesLeft,
      );
    return { text: facts, unreadFrames: output.framesLeft };
  }

  async #frames(clipId: string): Promise<ChosenFrame[]> {
    const rows = await this.#texts.listFrames(this.surroundings.db, clipId);
    return rows.map(({ sha256, pts_ms: ptsMs, kind, width, height }) => ({
      sha256Hex: sha256,
      ptsMs,
      kind: kind === 'scene' ? 'scene' : 'interval',
      width,
      height,
    }));
  }

  async #knownOrRead(
    clip: { readonly originalSha256: string },
    frames: readonly ChosenFrame[],
    languages: readonly string[],
    run: PartRun,
  ): Promise<TextOutput> {
    const { db, tools } = this.surroundings;
    const engine = `${tools.version('tesseract') ?? 'tesseract'} (${languages.join('+')})`;
    const key: StageKey = {
      originalSha256: clip.originalSha256,
      stage: STAGE.id,
      version: STAGE.version,
      parametersSha256: sha256Hex(canonicalJson({ engine, frames: frames.map((frame) => frame.sha256Hex) })),
    };
    const known = await this.#results.find(db, key);
    const before = known && TextOutput.parse(known.output);
    if (before?.waiting.length === 0) return before;
    const waiting = before && new Set(before.waiting);
    const wanted = frames.filter(({ sha256Hex: sha256 }) => waiting?.has(sha256) ?? true);
    const { toolRuns, ...read } = await this.#readAnew(wanted, languages, engine, run);
    const output = before === undefined ? read : joined(before, read);
    // A clip of which nothing could be read may go otherwise next time.
    if (output.framesRead > 0 || output.waiting.length > 0) {
      await this.#results.replace(db, key, {
        outcome: output.frames.length > 0 ? 'found' : 'not_found',
        output,
        artefacts: [],
        toolRuns: [...(known?.toolRuns ?? []), ...toolRuns],
        warnings: [],
        failure: null,
      });
    }
    return output;
  }

  async #readAnew(
    frames: readonly ChosenFrame[],
    languages: readonly string[],
    engine: string,
    run: PartRun,
  ) {
    const { store, tools, scratchRoot, limits = LIMITS } = this.surroundings;
    const folder = await mkdtemp(join(scratchRoot, 'text-'));
    try {
      const pictures = await Promise.all(
        frames.map(async (frame) => ({ ...frame, path: await store.localPath(frame.sha256Hex) })),
      );
      const { texts, framesRead, framesLeft, waiting, toolRuns } = await readPictures(tools, pictures, {
        folder,
        languages,
        limits,
        signal: run.signal,
        onProgress: (fraction) => run.onProgress(fraction * 0.9),
      });
      return {
        engine,
        framesRead,
        framesLeft,
        waiting: [...waiting],
        frames: texts.map(({ sha256Hex: sha256, text, confidence }) => ({ sha256, text, confidence })),
        toolRuns,
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Asked once: the installed program does not change under a running worker. None when it cannot be asked. */
  async #installedLanguages(): Promise<readonly string[]> {
    this.#languages ??= installedLanguages(this.surroundings.tools, new AbortController().signal);
    try {
      return await this.#languages;
    } catch (error) {
      this.#languages = undefined;
      if (!(error instanceof PartError)) throw error;
      return [];
    }
  }
}

function nothing(reason: string, unreadFrames = 0): TextRead {
  return { text: reason, unreadFrames };
}

/** `more` is what was read of the frames that were waiting in `before`. */
function joined(before: TextOutput, more: TextOutput): TextOutput {
  return {
    engine: more.engine,
    framesRead: before.framesRead + more.framesRead,
    framesLeft: before.framesLeft - before.waiting.length + more.framesLeft,
    waiting: more.waiting,
    frames: [...before.frames, ...more.frames],
  };
}
