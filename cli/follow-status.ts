import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, ApiClient } from './api-client.js';
import type { ClipStatus } from './api-types.js';
import { UnreachableError } from './failures.js';
import { hasEnded } from './progress-line.js';

const LONG_POLL_SECONDS = 30;
/** A desk that is started again is back well within this. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;

/**
 * Asks until the desk answers. Only for questions: what changes something must not be asked twice.
 * @throws UnreachableError when the desk stays away for a minute
 */
export async function askPatiently<Value>(ask: () => Promise<Value>): Promise<Value> {
  const startedMs = Date.now();
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof UnreachableError) || Date.now() - startedMs > PATIENCE_MS) throw error;
    }
    await delay(RETRY_MS);
  }
}

function nextStatus(api: ApiClient, clipId: string, etag: string | null): Promise<Answer<ClipStatus>> {
  // Without a known version the answer comes at once.
  const query = etag === null ? {} : { wait: LONG_POLL_SECONDS };
  return askPatiently(() => api.request('GET', `/clips/${clipId}/status`, { query, ifNoneMatch: etag }));
}

/** Every version of a clip's status from now on, the last one being its end. Outlasts a restart of the desk. */
async function* followStatus(api: ApiClient, clipId: string): AsyncGenerator<ClipStatus> {
  let known: string | null = null;
  for (;;) {
    const { etag, body }: Answer<ClipStatus> = await nextStatus(api, clipId, known);
    known = etag ?? known;
    if (body === undefined) continue;
    yield body;
    if (hasEnded(body)) return;
  }
}

/** Follows one clip to its end. */
export async function waitForEnd(
  api: ApiClient,
  clipId: string,
  onChange: (status: ClipStatus) => void,
): Promise<ClipStatus> {
  let last: ClipStatus | undefined;
  for await (const status of followStatus(api, clipId)) {
    last = status;
    onChange(status);
  }
  if (last === undefined) throw new UnreachableError('The desk did not say how the clip ended.');
  return last;
}
