import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClipChange, PartEnding, PartHandler, PartRun } from '../clips/worker.js';
import { isPlatformLink, SubmissionRepository } from '../intake/worker.js';
import { sniffMedia } from '../media/sniff.js';
import type { ToolRunner } from '../media/tool.js';
import type { EgressGuard } from '../platform/egress/index.js';
import type { ObjectStore } from '../platform/storage/object-store.js';
import { IntegrityError, PartError, TransientError } from '../shared/errors.js';
import type { CaptureRecord } from './fetchers/capture-record.js';
import type { FetchChain } from './fetchers/fetch-chain.js';
import { NotMediaError } from './fetchers/fetch-failure.js';
import { DEFAULT_FETCH_LIMITS, type Capture } from './fetchers/fetcher.js';
import { sealCapture, sealRefused, type SealedCapture } from './seal-capture.js';
import { failedEnding, refusedEnding, sealedEnding, uploadedEnding } from './acquire-ending.js';

export interface AcquireSettings {
  readonly maxClipBytes: number;
  readonly scratchRoot: string;
}

/** Part `acquire`: fetches or takes over the bytes and seals them before any parser opens them. */
export class AcquireClip implements PartHandler {
  readonly #submissions = new SubmissionRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly store: ObjectStore,
    private readonly chain: FetchChain,
    private readonly guard: EgressGuard,
    private readonly runner: ToolRunner,
    private readonly settings: AcquireSettings,
  ) {}

  async execute(run: PartRun): Promise<PartEnding> {
    const origin = await this.#submissions.findOrigin(this.change.db, run.attempt.clipId);
    if (origin === undefined) throw new IntegrityError('The clip has neither a link nor a file.');
    if (origin.kind === 'upload') return this.#takeUpload(run, origin.sha256Hex);
    const scratchDir = await mkdtemp(join(this.settings.scratchRoot, 'acquire-'));
    try {
      return await this.#fetch(run, await this.#address(run, origin.url), scratchDir);
    } finally {
      await rm(scratchDir, { recursive: true, force: true });
    }
  }

  /**
   * A platform's post is asked for by its canonical link (mirrors and redirectors lead there anyhow); anything else exactly
   * as it was submitted, because the canonical form may lack a signature that the server wants to see.
   */
  async #address(run: PartRun, submittedUrl: string): Promise<string> {
    const { canonical_url: canonical } = await this.change.clips.get(this.change.db, run.attempt.clipId);
    return canonical !== null && isPlatformLink(canonical) ? canonical : submittedUrl;
  }

  async #fetch(run: PartRun, url: string, scratchDir: string): Promise<PartEnding> {
    try {
      const capture = await this.#capture(run, url, scratchDir);
      return sealedEnding(run.attempt, await this.#seal(capture));
    } catch (error) {
      if (error instanceof NotMediaError)
        return refusedEnding(run.attempt, await sealRefused(this.store, error), error);
      if (!(error instanceof PartError) || (error instanceof TransientError && !run.lastTry)) throw error;
      return failedEnding(
        run.attempt,
        this.store,
        error,
        error.details['record'] as CaptureRecord | undefined,
      );
    }
  }

  async #capture(run: PartRun, url: string, scratchDir: string): Promise<Capture> {
    return this.chain.fetch({
      url,
      limits: { ...DEFAULT_FETCH_LIMITS, maxBytes: this.settings.maxClipBytes },
      store: this.store,
      scratchDir,
      runner: this.runner,
      guard: this.guard,
      signal: run.signal,
      onProgress: (received, total) => {
        // Without a length the bar stays where it is: a guess would have to go back.
        if (total !== null && total > 0) run.onProgress(Math.min(received / total, 0.99));
      },
    });
  }

  async #seal(capture: Capture): Promise<SealedCapture> {
    try {
      return await sealCapture(this.store, capture);
    } finally {
      await capture.draft.discard();
    }
  }

  async #takeUpload(run: PartRun, sha256Hex: string): Promise<PartEnding> {
    const media = sniffMedia(await this.#head(sha256Hex));
    return uploadedEnding(this.change.db, run.attempt, sha256Hex, media?.mediaType ?? null);
  }

  async #head(sha256Hex: string): Promise<Buffer> {
    const size = (await this.store.size(sha256Hex)) ?? 0;
    if (size === 0) return Buffer.alloc(0);
    const chunks: Buffer[] = [];
    for await (const chunk of await this.store.read(sha256Hex, {
      start: 0,
      end: Math.min(size, HEAD_BYTES) - 1,
    })) {
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  }
}

const HEAD_BYTES = 8_192;
