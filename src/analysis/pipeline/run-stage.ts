import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ArtefactRepository,
  type ClipChange,
  type PartEnding,
  type PartHandler,
  type PartRun,
} from '../../clips/worker.js';
import type { ToolRunner } from '../../media/tool.js';
import type { Executor, Tx } from '../../platform/db/database.js';
import type { ObjectStore } from '../../platform/storage/object-store.js';
import { recordStoredObjects } from '../../platform/storage/stored-object.repository.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { IntegrityError } from '../../shared/errors.js';
import { newId } from '../../shared/ids.js';
import { sha256Hex } from '../../shared/sha256.js';
import { preserve } from './preserve.js';
import { stageEvents } from './stage-events.js';
import { StageResultRepository, type StageKey, type StoredStageResult } from './stage-result.repository.js';
import type { Stage, StageSettings } from './stage.js';

/** Rows of its own that a stage's result has for each clip. They take the place of earlier ones of the same clip. */
export type WriteRows = (
  tx: Tx,
  clipId: string,
  result: StoredStageResult,
  context: RowsContext,
) => Promise<void>;

export interface RowsContext {
  readonly key: { readonly originalSha256: string; readonly stageVersion: number };
  /** SHA-256 of what a stage in `needs` sealed as this kind (one without a key). */
  readonly neededArtefact: (stage: string, kind: string) => Promise<string | undefined>;
  /** A sealed object as a whole. */
  readonly read: (sha256Hex: string) => Promise<Buffer>;
}

export interface StageEntry {
  readonly stage: Stage<unknown>;
  readonly writeRows?: WriteRows;
  /** Kinds of artefact that the rows refer to themselves and that are not listed as artefacts of the clip. */
  readonly ownKinds?: readonly string[];
}

export interface StageEnvironment {
  readonly change: ClipChange;
  readonly store: ObjectStore;
  readonly tools: ToolRunner;
  readonly scratchRoot: string;
  readonly settings: () => StageSettings;
}

/** Runs one stage for one clip; a stage that has already seen these bytes is not run again. */
export class RunStage implements PartHandler {
  readonly #results = new StageResultRepository();
  readonly #artefacts = new ArtefactRepository();

  constructor(
    private readonly environment: StageEnvironment,
    private readonly entry: StageEntry,
    private readonly stages: ReadonlyMap<string, Stage<unknown>>,
  ) {}

  async execute(run: PartRun): Promise<PartEnding> {
    const { change } = this.environment;
    const clip = await change.clips.get(change.db, run.attempt.clipId);
    if (clip.original_sha256 === null)
      throw new IntegrityError('The clip has no sealed original to analyse.');
    const key = this.#key(this.entry.stage, clip.original_sha256);
    const known = await this.#results.find(change.db, key);
    if (known === undefined && !(await this.#hasNeeded(clip.original_sha256))) return NOTHING_TO_WORK_ON;
    const result = known ?? (await this.#runOn(run, clip.original_sha256));
    return this.#ending(run, key, result);
  }

  async #hasNeeded(originalSha256: string): Promise<boolean> {
    for (const id of this.entry.stage.needs)
      if ((await this.#neededResult(this.environment.change.db, originalSha256, id)) === undefined)
        return false;
    return true;
  }

  async #runOn(run: PartRun, originalSha256: string): Promise<StoredStageResult> {
    const { store, tools, scratchRoot, settings } = this.environment;
    const scratchDir = await mkdtemp(join(scratchRoot, `${this.entry.stage.id}-`));
    try {
      const result = await this.entry.stage.run(
        {
          originalPath: await store.localPath(originalSha256),
          sizeBytes: (await store.size(originalSha256)) ?? 0,
          sha256Hex: originalSha256,
          scratchDir,
          needed: await this.#needed(originalSha256),
          neededFile: async (stage, kind) => {
            const { db } = this.environment.change;
            const sha256 = await this.#neededArtefact(db, originalSha256, stage, kind);
            return sha256 === undefined ? undefined : store.localPath(sha256);
          },
          settings: settings(),
          signal: run.signal,
          onProgress: (fraction) => run.onProgress(fraction * 0.95),
        },
        tools,
      );
      return {
        outcome: result.outcome,
        output: result.output,
        artefacts: await preserve(store, result.artefacts),
        toolRuns: result.toolRuns,
        warnings: result.warnings,
        failure: result.failure ?? null,
      };
    } finally {
      await rm(scratchDir, { recursive: true, force: true });
    }
  }

  async #needed(originalSha256: string): Promise<Record<string, unknown>> {
    const outputs: Record<string, unknown> = {};
    for (const id of this.entry.stage.needs)
      outputs[id] = (await this.#neededResult(this.environment.change.db, originalSha256, id))?.output;
    return outputs;
  }

  /** Undefined where that stage failed and left nothing. */
  async #neededResult(
    on: Executor,
    originalSha256: string,
    id: string,
  ): Promise<StoredStageResult | undefined> {
    const stage = this.stages.get(id);
    if (stage === undefined) throw new Error(`stage ${this.entry.stage.id} needs the unknown stage ${id}`);
    return this.#results.find(on, this.#key(stage, originalSha256));
  }

  async #neededArtefact(
    on: Executor,
    originalSha256: string,
    stage: string,
    kind: string,
  ): Promise<string | undefined> {
    const result = await this.#neededResult(on, originalSha256, stage);
    return result?.artefacts.find((artefact) => artefact.kind === kind && artefact.key === null)?.sha256Hex;
  }

  #ending(run: PartRun, key: StageKey, result: StoredStageResult): PartEnding {
    const { attempt } = run;
    const listed = result.artefacts.filter(({ kind }) => !(this.entry.ownKinds ?? []).includes(kind));
    return {
      outcome: result.outcome,
      warnings: result.warnings,
      ...(result.failure === null || result.failure === undefined
        ? {}
        : { problem: { ...result.failure, retryable: false } }),
      write: async (tx) => {
        await recordStoredObjects(
          tx,
          result.artefacts.map((artefact) => ({ ...artefact, alreadyStored: true })),
        );
        if (isLasting(result)) await this.#results.insertUnlessKnown(tx, key, result);
        await this.#artefacts.deleteOfPart(tx, attempt.clipId, attempt.part);
        await this.#artefacts.insertAll(
          tx,
          listed.map(({ kind, sha256Hex: hash, mediaType }) => ({
            id: newId(),
            clipId: attempt.clipId,
            part: attempt.part,
            kind,
            sha256Hex: hash,
            mediaType,
            parentSha256: key.originalSha256,
          })),
        );
        await this.entry.writeRows?.(tx, attempt.clipId, result, {
          key: { originalSha256: key.originalSha256, stageVersion: key.version },
          // By the same connection: writers that each held one and waited for another would empty the pool.
          neededArtefact: (stage, kind) => this.#neededArtefact(tx, key.originalSha256, stage, kind),
          read: async (sha256) => readFile(await this.environment.store.localPath(sha256)),
        });
      },
      custody: stageEvents(attempt, key, result),
    };
  }

  /** Threads change the speed, not the result: they are no part of the key. */
  #key(stage: Stage<unknown>, originalSha256: string): StageKey {
    const { codecPolicy, maxClipSeconds } = this.environment.settings();
    return {
      originalSha256,
      stage: stage.id,
      version: stage.version,
      parametersSha256: sha256Hex(canonicalJson({ codecPolicy, maxClipSeconds })),
    };
  }
}

/** What the stage builds on failed. Nothing is kept of it, so that another run may find more. */
const NOTHING_TO_WORK_ON: PartEnding = {
  outcome: 'not_applicable',
  warnings: ['An earlier part left nothing to work on.'],
  write: async () => undefined,
  custody: [],
};

/** Failures that lie in the bytes themselves; a time limit or a crash may go otherwise next time. */
const LASTING_FAILURES: ReadonlySet<string> = new Set([
  'corrupt_media',
  'no_video_stream',
  'unsupported_codec',
  'decode_failed',
]);

function isLasting({ failure }: StoredStageResult): boolean {
  return failure === null || failure === undefined || LASTING_FAILURES.has(failure.code);
}
