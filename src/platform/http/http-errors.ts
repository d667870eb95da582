import { DomainError } from '../../shared/errors.js';

/** No usable credentials were presented. */
export class UnauthenticatedError extends DomainError {
  override readonly name = 'UnauthenticatedError';
}

/** `If-Match` names another version than the present one (RFC 9110 §13.1.1). */
export class PreconditionFailedError extends DomainError {
  override readonly name = 'PreconditionFailedError';
}
