/** What a person asked for did not happen: shown as one line, without a stack trace. */
export class CliFailure extends Error {
  override readonly name: string = 'CliFailure';
  constructor(
    message: string,
    readonly exitCode = 1,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The command line itself is wrong. */
export class UsageError extends CliFailure {
  override readonly name = 'UsageError';
  constructor(message: string) {
    super(message, 2);
  }
}

/** Nobody answers at the desk's address. It may pass by itself. */
export class UnreachableError extends CliFailure {
  override readonly name = 'UnreachableError';
}

/** RFC 9457 problem details, as the desk answers them. */
export interface Problem {
  readonly title?: string;
  readonly status?: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** The desk refused. */
export class ProblemError extends CliFailure {
  override readonly name = 'ProblemError';
  constructor(
    readonly problem: Problem,
    exitCode = 1,
  ) {
    super(problemText(problem), exitCode);
  }
}

/** A problem in words: the detail, the fields that it names and the code to search for. */
export function problemText({ code, detail, errors = [] }: Problem): string {
  const fields = errors
    .filter(({ message }) => message !== detail)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return [detail, ...fields].join('\n  ') + ` (${code})`;
}
