import type { components } from './schema.gen';

export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** An RFC 9457 answer of the API, or the lack of any answer (`code` `offline`, status 0). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly FieldFault[] = [],
    /** Seconds the server asks to wait; from Retry-After. */
    readonly retryAfterS: number | null = null,
  ) {
    super(detail);
  }
}

export type Schemas = components['schemas'];

export async function problemOf(response: Response, body: unknown): Promise<ProblemError> {
  const given = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: string;
    detail?: string;
    title?: string;
    errors?: FieldFault[];
  };
  const wait = Number(response.headers.get('retry-after'));
  return new ProblemError(
    response.status,
    given.code ?? `http_${response.status}`,
    given.detail ?? given.title ?? '',
    given.errors ?? [],
    Number.isFinite(wait) && wait > 0 ? wait : null,
  );
}
