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
import type { FrameTextFact } from '../checks/domain/facts.js';
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

interface ChosenFrame extends KeptFrame {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads what is written in a clip's kept frames, once for the same bytes, and keeps it as searchable text of the frames. Never
 * fails a part: without the engine, or when it fails, it says why nothing was read.
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
  ): Promise<readonly FrameTextFact[] | string> {
    const { db, tools, ocr } = this.surroundings;
    if (ocr === 'off') return 'Reading text in pictures is turned off here.';
    if (!tools.available('tesseract')) return 'No program that reads text in pictures is installed here.';
    const frames = chooseFrames(await this.#frames(clip.id));
    if (frames.length === 0) return 'There are no frames to read text in.';
    const languages = await this.#installedLanguages();
    if (languages.length === 0)
      return 'The program that reads text does not work here, or has neither Arabic nor English.';
    const output = await this.#knownOrRead(clip, frames, languages, run);
    const facts = await db.transaction().execute(async (tx) => {
      await this.#texts.lock(tx, clip.id);
      return this.#texts.replace(tx, clip.id, output);
    });
    if (output.framesRead === 0) return 'The program that reads text failed on the frames of this clip.';
    return facts;
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
    if (known !== undefined) return TextOutput.parse(known.output);
    const { toolRuns, ...output } = await this.#readAnew(frames, languages, engine, run);
    // A clip of which nothing could be read may go otherwise next time.
    if (output.framesRead > 0) {
      await this.#results.insertUnlessKnown(db, key, {
        outcome: output.frames.length > 0 ? 'found' : 'not_found',
        output,
        artefacts: [],
        toolRuns,
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
      const { texts, framesRead, framesLeft, toolRuns } = await readPictures(tools, pictures, {
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
