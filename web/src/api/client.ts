import createClient from 'openapi-fetch';
import { ProblemError, problemOf } from './problem';
import type { paths } from './schema.gen';
import { SendOnce } from './send-once';
import { sessionGate } from './session-gate';

/** A `dashboard` token of a wall screen; everybody else has the session's cookie. Lives in this tab alone. */
let wallToken: string | null = null;
export function setWallToken(token: string | null): void {
  wallToken = token;
}
/** Whether this tab is somebody's desk: the wall has a token instead of a person. */
export const hasSession = (): boolean => wallToken === null;
export function authorisation(): Record<string, string> {
  return wallToken === null ? {} : { authorization: `Bearer ${wallToken}` };
}

/**
 * Fetches like the browser, but waits out a lost session: the request is kept until the person has signed in again and is
 * then sent once more, so that nothing that was being written is lost.
 * @throws ProblemError `offline` when no answer comes.
 */
export async function patientFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await send(request);
  const isSignIn = new URL(request.url).pathname.startsWith('/api/v1/session');
  if (response.status !== 401 || isSignIn || wallToken !== null || !sessionGate.wasSignedIn) return response;
  await sessionGate.signedInAgain();
  return send(again);
}

/** Not `crypto.randomUUID`: browsers have it on secure origins only, and a desk may be reached by http on its own network. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
const sendOnce = new SendOnce(newKey);

const ASK_WITH_TOKEN_AGAIN_MS = 60_000;

/** Resolves when it makes sense to ask again after a 401: the person has signed in, or the token may have been renewed. */
export function letInAgain(): Promise<void> {
  if (wallToken === null) return sessionGate.signedInAgain();
  return new Promise((resolve) => {
    setTimeout(resolve, ASK_WITH_TOKEN_AGAIN_MS);
  });
}

/**
 * Opens the desk's event stream. A wall screen names its token; a session that somebody has in the same browser stays out of it.
 */
export function openEvents(headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  return fetch('/api/v1/events', {
    headers: { ...headers, ...authorisation() },
    credentials: wallToken === null ? 'same-origin' : 'omit',
    cache: 'no-store',
    signal,
  });
}

async function send(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(authorisation())) request.headers.set(name, value);
  try {
    return await fetch(request, wallToken === null ? {} : { credentials: 'omit' });
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ProblemError(0, 'offline', 'The desk could not be reached.');
  }
}

export const api = createClient<paths>({
  baseUrl: '/',
  // Going "back" a browser takes what it kept without asking, also after signing out. This asks; what is unchanged is a bare 304.
  cache: 'no-cache',
  fetch: (request) => sendOnce.send(request, patientFetch),
});

/**
 * The answer's body. `const clip = await answer(api.GET('/api/v1/clips/{id}', { params: { path: { id } } }))`
 * @throws ProblemError for everything but success.
 */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Exclude<T, undefined>> {
  const { data, error, response } = await call;
  if (!response.ok) throw await problemOf(response, error);
  return data as Exclude<T, undefined>;
}
