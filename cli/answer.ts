import { CliFailure, type Problem, ProblemError, UnreachableError } from './failures.js';

/**
 * The body of an answer of the desk.
 * @throws ProblemError when the desk refuses, UnreachableError when it is not available just now, CliFailure when
 *   something else than a desk answered
 */
export function readAnswer(status: number, text: string, deskUrl: string): unknown {
  const body = parse(status, text, deskUrl);
  if (status >= 200 && status < 300) return body;
  if (!isProblem(body)) throw notADesk(status, deskUrl);
  throw status === 503 ? new UnreachableError(body.detail) : new ProblemError({ ...body, status });
}

function parse(status: number, text: string, deskUrl: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw notADesk(status, deskUrl, cause);
  }
}

function notADesk(status: number, deskUrl: string, cause?: unknown): CliFailure {
  return new CliFailure(`What answers at ${deskUrl} is not a Sightline desk (HTTP ${status}).`, 1, { cause });
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  );
}
