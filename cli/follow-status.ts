import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient } from './api-client.js';
import type { ClipStatus } from './api-types.js';
import { UnreachableError } from './failures.js';
import { hasEnded } from './progress-line.js';

const LONG_POLL_SECONDS = 30;
/** A desk that is started again is back well within this. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;

/**
 * Every version of a clip's status from now on, the last one being its end. Outlasts a restart of the desk.
 * @throws UnreachableError when the desk stays away for a minute
 */
export async function* followStatus(api: ApiClient, clipId: string): AsyncGenerator<ClipStatus> {
  let etag: string | null = null;
  let lastHeardMs = Date.now();
  for (;;) {
    const answer = await pollOnce(api, clipId, etag);
    if (answer instanceof UnreachableError) {
      if (Date.now() - lastHeardMs > PATIENCE_MS) throw answer;
      await delay(RETRY_MS);
      continue;
    }
    lastHeardMs = Date.now();
    etag = answer.etag ?? etag;
    if (answer.body === undefined) continue;
    yield answer.body;
    if (hasEnded(answer.body)) return;
  }
}

async function pollOnce(api: ApiClient, clipId: string, etag: string | null) {
  try {
    return await api.request<ClipStatus>('GET', `/clips/${clipId}/status`, {
      // Without a known version the answer comes at once.
      query: etag === null ? {} : { wait: LONG_POLL_SECONDS },
      ifNoneMatch: etag,
    });
  } catch (error) {
    if (error instanceof UnreachableError) return error;
    throw error;
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
