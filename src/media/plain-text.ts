/**
 * Text of hostile files as evidence shows it: control and bidirectional override characters would let a tag rewrite the line
 * in which a terminal or page shows it, so they become a space; at most `maxBytes` of UTF-8, cut between characters.
 */
export function plainText(text: string, maxBytes: number): string {
  const clean = text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  if (Buffer.byteLength(clean) <= maxBytes) return clean;
  const cut = Buffer.from(clean).subarray(0, maxBytes).toString('utf8');
  return cut.replace(/\ufffd+$/u, '');
}

export const MAX_TAG_BYTES = 1024;
export const MAX_TAGS_BYTES = 256 * 1024;
const MAX_NAME_BYTES = 256;

/** Keeps tags within one common budget over several records (container, then each stream). */
export class TagBudget {
  #leftBytes = MAX_TAGS_BYTES;
  #dropped = 0;
  #cut = 0;

  /** A copy with names and values cleaned and cut, in the given order, until the budget is used up. */
  take(tags: Readonly<Record<string, string>>): Record<string, string> {
    const kept: [string, string][] = [];
    for (const [rawName, rawValue] of Object.entries(tags)) {
      const name = plainText(rawName, MAX_NAME_BYTES);
      const value = plainText(rawValue, MAX_TAG_BYTES);
      const costBytes = Buffer.byteLength(name) + Buffer.byteLength(value);
      if (costBytes > this.#leftBytes) {
        this.#dropped += 1;
        continue;
      }
      if (Buffer.byteLength(rawValue) > MAX_TAG_BYTES) this.#cut += 1;
      this.#leftBytes -= costBytes;
      kept.push([name, value]);
    }
    return Object.fromEntries(kept);
  }

  /** Sentences for the desk when something was left out. */
  warnings(): string[] {
    const said: string[] = [];
    if (this.#cut > 0) said.push(`${this.#cut} embedded tags were longer than 1 kB and are shown cut.`);
    if (this.#dropped > 0) {
      said.push(`${this.#dropped} embedded tags beyond 256 kB are not shown.`);
    }
    return said;
  }
}
