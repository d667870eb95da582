import type { ToolRunner } from '../../media/tool.js';
import type { EgressGuard } from '../../platform/egress/index.js';
import type { ObjectDraft, ObjectStore } from '../../platform/storage/object-store.js';
import type { CaptureRecord, FetcherName } from './capture-record.js';

export interface FetchLimits {
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** From the request to the response's headers, for each hop. */
  readonly connectTimeoutMs: number;
  /** For everything that one `fetch` does. */
  readonly totalTimeoutMs: number;
  /** Slower than this on average over `rateWindowMs` ends the download. */
  readonly minBytesPerSecond: number;
  readonly rateWindowMs: number;
}

/** `security.md` F9: 30 minutes, 10 kB/s over a minute; `MAX_CLIP_BYTES` replaces the size. */
export const DEFAULT_FETCH_LIMITS: FetchLimits = {
  maxBytes: 4 * 1024 ** 3,
  maxRedirects: 5,
  connectTimeoutMs: 30_000,
  totalTimeoutMs: 30 * 60_000,
  minBytesPerSecond: 10_000,
  rateWindowMs: 60_000,
};

export interface FetchRequest {
  readonly url: string;
  readonly limits: FetchLimits;
  readonly store: ObjectStore;
  /** Empty folder of this fetch alone; artefacts are left in it, the caller removes it. */
  readonly scratchDir: string;
  readonly runner: ToolRunner;
  readonly guard: EgressGuard;
  readonly signal: AbortSignal;
  /** Bytes received so far, and how many there will be where the site says so. */
  readonly onProgress: (receivedBytes: number, totalBytes: number | null) => void;
}

/** A file in the scratch folder that belongs to the capture. */
export interface CaptureArtefact {
  /** `received`: what a site sent in the place of a clip, or the playlist that led to it. */
  readonly kind: 'page-html' | 'info-json' | 'received';
  readonly path: string;
  readonly mediaType: string;
}

/** What the page or the platform says about the post: its word, not ours. */
export interface PlatformInfo {
  /** yt-dlp's name of the site; absent for its generic extractor and for pages. */
  readonly extractor?: string;
  readonly postId?: string;
  readonly uploader?: string;
  readonly uploaderId?: string;
  readonly uploaderUrl?: string;
  readonly title?: string;
  readonly description?: string;
  /** RFC 3339 instant, or a date alone where the page names no more. */
  readonly uploadedAt?: string;
  readonly canonicalUrl?: string;
  readonly siteName?: string;
  /** How many videos the post holds when more than the one that was fetched. */
  readonly entryCount?: number;
}

export interface Capture {
  /** Written, not sealed: the caller seals or discards it. */
  readonly draft: ObjectDraft;
  readonly fetcher: FetcherName;
  readonly record: CaptureRecord;
  readonly artefacts: readonly CaptureArtefact[];
  /** By the bytes, never by what the server called them. */
  readonly suggested: { readonly mediaType: string; readonly extension: string; readonly fileName?: string };
  readonly platform?: PlatformInfo;
}
