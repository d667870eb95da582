import { errors } from 'undici';
import { type ErrorDetails, PartError, type PartErrorCode, TransientError } from '../../shared/errors.js';
import { EgressConnectError, EgressRefusedError } from '../../platform/egress/index.js';
import type { ObjectDraft } from '../../platform/storage/object-store.js';
import type { CaptureRecord, FetcherName } from './capture-record.js';

/** How far a fetcher came, least first; a page that names a clip that then fails says more than a page without one. */
export const REACHES = ['nothing', 'address', 'answer', 'content', 'media_named', 'media_bytes'] as const;
export type Reach = (typeof REACHES)[number];

/** One fetcher's end, as `details.attempts` of the error that `FetchChain.fetch` throws. */
export interface FetchAttempt {
  readonly fetcher: FetcherName;
  readonly code: PartErrorCode;
  readonly message: string;
  readonly reached: Reach;
  readonly details: ErrorDetails;
}

/** The site answered with bytes that are no clip. Who catches it keeps or discards the draft. */
export class NotMediaError extends PartError {
  override readonly name = 'NotMediaError';
  constructor(
    publicMessage: string,
    /** What was received, not sealed: to be kept as artefact `received` of the capture. */
    readonly draft: ObjectDraft,
    readonly record: CaptureRecord,
    details: ErrorDetails = {},
    /** For the file's name and label only. */
    readonly mediaType: string = 'application/octet-stream',
  ) {
    super('not_media', publicMessage, { reached: 'content' satisfies Reach, ...details });
  }
}

export function failure(
  code: PartErrorCode,
  message: string,
  reached: Reach,
  details: ErrorDetails = {},
  options?: { cause?: unknown },
): PartError {
  return new PartError(code, message, { reached, ...details }, options);
}

/** As `failure`, for what may pass by itself. */
export function passingFailure(
  code: PartErrorCode,
  message: string,
  reached: Reach,
  details: ErrorDetails = {},
  options?: { cause?: unknown },
): TransientError {
  return new TransientError(code, message, { reached, ...details }, options);
}

export function reachOf(error: PartError): Reach {
  const reached = REACHES.find((reach) => reach === error.details['reached']);
  if (reached) return reached;
  return error instanceof EgressRefusedError ? 'address' : 'nothing';
}

/** The one that got furthest; among equals the earliest. */
export function furthest<E extends PartError>(failures: readonly E[]): E | undefined {
  let best: E | undefined;
  for (const error of failures) {
    if (!best || REACHES.indexOf(reachOf(error)) > REACHES.indexOf(reachOf(best))) best = error;
  }
  return best;
}

/** The same failure, still one that passes if it was, with a farther reach or further details. */
export function withDetails(error: PartError, details: ErrorDetails): PartError {
  const all = { ...error.details, ...details };
  const options = { cause: error };
  if (error instanceof NotMediaError) {
    return new NotMediaError(error.publicMessage, error.draft, error.record, all, error.mediaType);
  }
  if (error instanceof TransientError)
    return new TransientError(error.code, error.publicMessage, all, options);
  return new PartError(error.code, error.publicMessage, all, options);
}

/** The failure of something that was named as the clip: it reached at least that far. */
export function ofNamedMedia(error: PartError): PartError {
  const reached =
    REACHES.indexOf(reachOf(error)) < REACHES.indexOf('media_named') ? 'media_named' : reachOf(error);
  return withDetails(error, { reached });
}

/** Failures of the network as part errors; everything else passes unchanged. */
export function asFetchFailure(error: unknown, reached: Reach, details: ErrorDetails = {}): unknown {
  if (error instanceof PartError) return error;
  const options = { cause: error };
  if (error instanceof EgressConnectError) {
    const facts = { ...details, host: error.host, port: error.port, reason: error.reason };
    if (error.reason === 'tls') {
      return failure('network_error', 'The site has no valid certificate.', 'address', facts, options);
    }
    const message =
      error.reason === 'dns' ? 'The site’s name has no address.' : 'The site could not be reached.';
    return passingFailure('network_error', message, 'address', facts, options);
  }
  const code = errorCode(error);
  if (code === undefined || !NETWORK_CODE.test(code)) return error;
  const message =
    reached === 'media_bytes'
      ? 'The download broke off: the clip is incomplete.'
      : 'The connection broke off.';
  return passingFailure('network_error', message, reached, { ...details, reason: code }, options);
}

const NETWORK_CODE =
  /^(UND_ERR_|HPE_|E(CONN|PIPE|PROTO|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_)|Z_|ERR_(SSL|TLS|STREAM_PREMATURE))/;

function errorCode(error: unknown): string | undefined {
  if (error instanceof errors.HTTPParserError) return error.code ?? 'HPE_UNKNOWN';
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
