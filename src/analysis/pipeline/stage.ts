import type { PartErrorCode } from '../../shared/errors.js';
import type { ToolRecord, ToolRunner } from '../../media/tool.js';

export interface StageInput {
  /** Path of the sealed original (or of a local copy of it); read-only. */
  readonly originalPath: string;
  readonly sizeBytes: number;
  readonly sha256Hex: string;
  /** Empty folder of this run; removed afterwards whatever happens. */
  readonly scratchDir: string;
  /** Outputs of the stages in `needs`, by stage id. */
  readonly needed: Readonly<Record<string, unknown>>;
  /** Path of the file that a stage in `needs` sealed as this kind (one without a key); undefined when it made none. */
  readonly neededFile: (stage: string, kind: string) => Promise<string | undefined>;
  readonly settings: StageSettings;
  readonly signal: AbortSignal;
  /** 0..1, growing. */
  readonly onProgress: (fraction: number) => void;
}

export interface StageSettings {
  readonly codecPolicy: 'common' | 'all';
  readonly maxClipSeconds: number;
  /** Decoder threads: 1 when the queue is full, 2 for a single clip's latency. */
  readonly decoderThreads: 1 | 2;
}

/** A file that the stage made in its scratch folder and that is to be preserved. */
export interface StageArtefact {
  /** For example `frame`, `thumb`, `veiled`, `contact-sheet`, `frame-index`, `ffprobe-json`. */
  readonly kind: string;
  readonly path: string;
  readonly mediaType: string;
  /** Links the artefact to an item of the output, for example a frame's index. */
  readonly key?: string;
}

/** An outcome is data: a skipped or crashed stage must never read as "nothing found". */
export type StageOutcome = 'found' | 'not_found' | 'inconclusive' | 'not_applicable';

export interface StageResult<Output> {
  readonly outcome: StageOutcome;
  readonly output: Output;
  readonly artefacts: readonly StageArtefact[];
  readonly toolRuns: readonly ToolRecord[];
  /** Plain sentences for the desk. */
  readonly warnings: readonly string[];
  /** Set when the part failed although something was obtained that must be kept (frames before a truncation). */
  readonly failure?: { readonly code: PartErrorCode; readonly message: string };
}

/** One step of analysis, free of database and queue. Same bytes, version and settings give the same output. */
export interface Stage<Output> {
  readonly id: string;
  readonly version: number;
  readonly needs: readonly string[];
  /** @throws PartError with a code of the contract when nothing could be obtained. */
  run(input: StageInput, tools: ToolRunner): Promise<StageResult<Output>>;
}
