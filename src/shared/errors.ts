/**
 * Every failure that a person or another program may see carries a code from these catalogues.
 * `PartErrorCode` is what a processing part ends with (contract §3); `ProblemCode` is what the HTTP API answers
 * (RFC 9457 `code`).
 */
export const PART_ERROR_CODES = [
  'url_rejected',
  'unsupported_url',
  'not_found',
  'deleted_at_source',
  'login_required',
  'geo_blocked',
  'rate_limited',
  'network_error',
  'download_timeout',
  'too_large',
  'too_long',
  'not_media',
  'no_video_stream',
  'unsupported_codec',
  'limits_exceeded',
  'corrupt_media',
  'decode_failed',
  'tool_timeout',
  'tool_crashed',
  'integrity_mismatch',
  'storage_full',
  'storage_error',
  'internal',
] as const;
export type PartErrorCode = (typeof PART_ERROR_CODES)[number];

export interface ErrorDetails {
  readonly [key: string]: unknown;
}

/** A failure with a stable code and a message that is safe to show. `details` may go to logs and custody, never secrets. */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';
  constructor(
    readonly code: string,
    readonly publicMessage: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(publicMessage, options);
  }
}

/** The stated thing does not exist, or the caller may not know that it does. */
export class NotFoundError extends DomainError {
  override readonly name = 'NotFoundError';
}

/** The request contradicts the present state. */
export class ConflictError extends DomainError {
  override readonly name = 'ConflictError';
}

/** The caller is known but may not do this. */
export class ForbiddenError extends DomainError {
  override readonly name = 'ForbiddenError';
}

/** The input is well-formed JSON but not acceptable; `errors` points at the fields. */
export class InvalidInputError extends DomainError {
  override readonly name = 'InvalidInputError';
  constructor(
    code: string,
    publicMessage: string,
    readonly errors: readonly { path: string; message: string }[] = [],
  ) {
    super(code, publicMessage);
  }
}

/** A processing part ended for a reason that the contract names. Never retried by the queue. */
export class PartError extends DomainError {
  override readonly name: string = 'PartError';
  constructor(
    override readonly code: PartErrorCode,
    publicMessage: string,
    details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(code, publicMessage, details, options);
  }
}

/** A failure that may pass by itself: the only kind that the queue retries. */
export class TransientError extends PartError {
  override readonly name = 'TransientError';
}

/** Bytes differ from their recorded hash. Never retried, always shown. */
export class IntegrityError extends PartError {
  override readonly name = 'IntegrityError';
  constructor(publicMessage: string, details: ErrorDetails = {}) {
    super('integrity_mismatch', publicMessage, details);
  }
}
