import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ConflictError,
  DomainError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  PartError,
} from '../../shared/errors.js';
import {
  PreconditionFailedError,
  TooManyRequestsError,
  UnauthenticatedError,
  UnavailableError,
} from './http-errors.js';
import { problem, PROBLEM_CONTENT_TYPE, type Problem } from './problem.js';

/** Turns whatever was thrown into a problem document; what it does not know becomes a bare 500 and a log line. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const answer = toProblem(error);
    if (answer.status >= 500)
      this.#logger.error({ err: error, route: request.routeOptions.url }, 'request failed');
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (answer.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (error instanceof TooManyRequestsError)
      void reply.header('retry-after', String(error.retryAfterSeconds));
    void reply
      .status(answer.status)
      .header('content-type', PROBLEM_CONTENT_TYPE)
      .send(JSON.stringify(answer));
  }
}

export function toProblem(error: unknown): Problem {
  if (error instanceof InvalidInputError) return problem(400, error.code, error.publicMessage, error.errors);
  if (error instanceof UnauthenticatedError) return problem(401, error.code, error.publicMessage);
  if (error instanceof ForbiddenError) return problem(403, error.code, error.publicMessage);
  if (error instanceof NotFoundError) return problem(404, error.code, error.publicMessage);
  if (error instanceof ConflictError) return problem(409, error.code, error.publicMessage);
  if (error instanceof PreconditionFailedError) return problem(412, error.code, error.publicMessage);
  if (error instanceof TooManyRequestsError) return problem(429, error.code, error.publicMessage);
  if (error instanceof UnavailableError) return problem(503, error.code, error.publicMessage);
  if (error instanceof PartError) return partProblem(error);
  if (error instanceof DomainError) return problem(400, error.code, error.publicMessage);
  if (error instanceof HttpException) return frameworkProblem(error.getStatus(), error.message);
  if (isFastifyError(error)) return frameworkProblem(error.statusCode, error.message);
  return isDatabaseAway(error)
    ? problem(503, 'database_unavailable', 'The database does not answer; try again shortly.')
    : problem(500, 'internal', 'Something went wrong on our side; it has been logged.');
}

function partProblem(error: PartError): Problem {
  if (error.code === 'storage_full') return problem(507, error.code, error.publicMessage);
  if (error.code === 'too_large') return problem(413, error.code, error.publicMessage);
  return problem(
    error.code === 'url_rejected' || error.code === 'unsupported_url' ? 400 : 500,
    error.code,
    error.publicMessage,
  );
}

const FRAMEWORK_CODES: Readonly<Record<number, string>> = {
  400: 'malformed_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  414: 'url_too_long',
  415: 'unsupported_media_type',
  431: 'headers_too_large',
};

function frameworkProblem(status: number, message: string): Problem {
  const code = FRAMEWORK_CODES[status];
  if (code === undefined || status >= 500)
    return problem(500, 'internal', 'Something went wrong on our side; it has been logged.');
  return problem(status, code, status === 404 ? 'There is nothing here.' : message);
}

function isFastifyError(error: unknown): error is { statusCode: number; message: string } {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
}

/** Connection failures (class 08, admin shutdown 57P0x) and socket errors of the database client. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(08|57P0)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}
