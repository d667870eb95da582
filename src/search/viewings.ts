import { parseByteRange } from '../platform/http/byte-range.js';

/**
 * How long one viewing lasts. A player asks for an original in dozens of ranges: an event for each would bury the custody
 * record of what matters.
 */
export const VIEWING_MS = 10 * 60_000;

/**
 * Which viewings have been noted, in this process: after a restart, or on another one, a viewing is noted once more, never
 * less often.
 */
export class Viewings {
  readonly #noted = new Map<string, { readonly at: number; readonly done: Promise<void> }>();

  /**
   * Notes a viewing with its first request, and again when it goes on after `VIEWING_MS`. Whoever asks while it is being
   * noted waits: no byte leaves before the event stands, and none if it cannot be written.
   */
  async note(key: string, write: () => Promise<void>, now = Date.now()): Promise<void> {
    this.#forget(now);
    let viewing = this.#noted.get(key);
    if (viewing === undefined) {
      viewing = { at: now, done: write() };
      this.#noted.set(key, viewing);
    }
    try {
      await viewing.done;
    } catch (error) {
      if (this.#noted.get(key) === viewing) this.#noted.delete(key);
      throw error;
    }
  }

  /** The oldest come first in a map: what is left is as long as one viewing lasts. */
  #forget(now: number): void {
    for (const [key, { at }] of this.#noted) {
      if (now - at < VIEWING_MS) return;
      this.#noted.delete(key);
    }
  }
}

/** What browsers write about a request that a player made (W3C Fetch Metadata); on plain http they write nothing. */
const OF_PLAYERS: ReadonlySet<unknown> = new Set(['video', 'audio', undefined]);

/**
 * How an original is being opened: `copy` is the whole, also by a `Range` that the desk answers with the whole; `playing` a
 * player's ranges in a browser; `piece` a range that a program or a script asked for.
 */
export function wayOfOpening(
  headers: { readonly range?: string | undefined; readonly [name: string]: unknown },
  hasSession: boolean,
): 'copy' | 'piece' | 'playing' {
  // The size does not matter to whether it is a range at all.
  const range = parseByteRange(headers.range, Number.MAX_SAFE_INTEGER);
  if (range === undefined) return 'copy';
  if (hasSession && OF_PLAYERS.has(headers['sec-fetch-dest'])) return 'playing';
  const isWhole = range !== 'unsatisfiable' && range.start === 0 && range.end === Number.MAX_SAFE_INTEGER - 1;
  return isWhole ? 'copy' : 'piece';
}
