import { DomainError } from '../../shared/errors.js';

/** No usable credentials were presented. */
export class UnauthenticatedError extends DomainError {
  override readonly name = 'UnauthenticatedError';
}

/** `If-Match` names another version than the present one (RFC 9110 §13.1.1). */
export class PreconditionFailedError extends DomainError {
  override readonly name = 'PreconditionFailedError';
}

/** Asked too often; `retryAfterSeconds` is answered as `Retry-After` (RFC 9110 §10.2.3). */
export class TooManyRequestsError extends DomainError {
  override readonly name = 'TooManyRequestsError';
  constructor(
    code: string,
    publicMessage: string,
    readonly retryAfterSeconds: number,
  ) {
    super(code, publicMessage);
  }
}

/** Something that we depend on does not answer. */
export class UnavailableError extends DomainError {
  override readonly name = 'UnavailableError';
}
