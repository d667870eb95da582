import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSite, type Site } from './site.js';
import { type SandboxedToolRunner, createToolRunner } from '../../../src/media/tool-runner.js';
import { EgressGuard, parseEgressAllow } from '../../../src/platform/egress/index.js';
import { LocalObjectStore } from '../../../src/platform/storage/local-object-store.js';
import type { PartError } from '../../../src/shared/errors.js';
import type { CaptureRecord } from '../../../src/acquisition/fetchers/capture-record.js';
import { FetchChain } from '../../../src/acquisition/fetchers/fetch-chain.js';
import type { FetchAttempt } from '../../../src/acquisition/fetchers/fetch-failure.js';
import {
  type Capture,
  DEFAULT_FETCH_LIMITS,
  type FetchLimits,
} from '../../../src/acquisition/fetchers/fetcher.js';

export interface FetchOptions {
  readonly limits?: Partial<FetchLimits>;
  readonly isPlatform?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (receivedBytes: number, totalBytes: number | null) => void;
}

export type Failed = PartError & {
  readonly details: { readonly attempts: FetchAttempt[]; readonly record: CaptureRecord };
};

/** The real site, store, guard and tool runner, for specs of the fetchers. */
export class FetchBench {
  private constructor(
    readonly site: Site,
    private readonly folder: string,
    private readonly store: LocalObjectStore,
    private readonly runner: SandboxedToolRunner,
  ) {}

  static async start({ ytdlp = 'yt-dlp' } = {}): Promise<FetchBench> {
    const folder = await mkdtemp(path.join(tmpdir(), 'sightline-fetch-'));
    const runner = await createToolRunner({
      paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', ytdlp },
      minTier: 0,
    });
    const store = await LocalObjectStore.open(path.join(folder, 'objects'));
    return new FetchBench(await startSite(), folder, store, runner);
  }

  async close(): Promise<void> {
    await this.site.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @param link a path of the site, or an absolute link */
  async fetch(link: string, options: FetchOptions = {}): Promise<Capture> {
    const scratchDir = await mkdtemp(path.join(this.folder, 'scratch-'));
    return new FetchChain(() => options.isPlatform ?? false).fetch({
      url: link.startsWith('/') ? `${this.site.origin}${link}` : link,
      limits: { ...DEFAULT_FETCH_LIMITS, totalTimeoutMs: 30_000, ...options.limits },
      store: this.store,
      scratchDir,
      runner: this.runner,
      guard: new EgressGuard(parseEgressAllow(`127.0.0.1:${this.site.port}`), { connectTimeoutMs: 5000 }),
      signal: options.signal ?? new AbortController().signal,
      onProgress: options.onProgress ?? (() => undefined),
    });
  }

  /** The error with which the fetch must end. */
  async failure(link: string, options: FetchOptions = {}): Promise<Failed> {
    let capture: Capture;
    try {
      capture = await this.fetch(link, options);
    } catch (error) {
      return error as Failed;
    }
    await capture.draft.discard();
    throw new Error(`${link} was fetched by ${capture.fetcher}`);
  }

  /** Fails when a fetch left a draft that neither it nor its caller removed. */
  async assertNoDrafts(): Promise<void> {
    const left = await readdir(path.join(this.folder, 'objects', 'tmp'));
    if (left.length > 0) throw new Error(`${left.length} drafts are left in the store`);
  }
}
