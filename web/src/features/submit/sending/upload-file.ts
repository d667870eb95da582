import { authorisation } from '@/api/client';
import { ProblemError, type FieldFault, type Schemas } from '@/api/problem';
import { sessionGate } from '@/api/session-gate';
import type { Submission } from '../rows/submission-of';

export interface UploadOptions {
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
  /** The same upload tried again gives the same clip. */
  readonly idempotencyKey: string;
}

/**
 * Hands a file in. Not by `fetch`, which does not tell how much has been sent. Waits out a lost session.
 * @throws ProblemError; `aborted` when the person stopped it
 */
export async function uploadFile(
  file: File,
  submission: Submission,
  options: UploadOptions,
): Promise<Schemas['Clip']> {
  const answer = await send(file, submission, options);
  if (answer.status !== 401) return read(answer);
  await sessionGate.signedInAgain();
  return read(await send(file, submission, options));
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterS: number | null;
}

function send(file: File, submission: Submission, options: UploadOptions): Promise<Answer> {
  const form = new FormData();
  form.set('submission', JSON.stringify(submission));
  form.set('file', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', '/api/v1/clips/upload');
  request.setRequestHeader('idempotency-key', options.idempotencyKey);
  for (const [name, value] of Object.entries(authorisation())) request.setRequestHeader(name, value);
  request.responseType = 'json';
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      options.onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('load', () =>
      resolve({
        status: request.status,
        body: request.response as unknown,
        retryAfterS: Number(request.getResponseHeader('retry-after')) || null,
      }),
    );
    request.addEventListener('error', () => reject(new ProblemError(0, 'upload_broken', '')));
    request.addEventListener('abort', () => reject(new ProblemError(0, 'aborted', '')));
    options.signal.addEventListener('abort', () => request.abort());
    if (options.signal.aborted) reject(new ProblemError(0, 'aborted', ''));
    else request.send(form);
  });
}

function read({ status, body, retryAfterS }: Answer): Schemas['Clip'] {
  if (status === 200 || status === 202) return body as Schemas['Clip'];
  const problem = (body ?? {}) as { code?: string; detail?: string; errors?: readonly FieldFault[] };
  const errors = (problem.errors ?? []).map(({ path, message }) => ({
    path: path.replace(/^submission\./, ''),
    message,
  }));
  throw new ProblemError(status, problem.code ?? `http_${status}`, problem.detail ?? '', errors, retryAfterS);
}
