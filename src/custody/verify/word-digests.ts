import type { EventEnvelope, JsonObject, JsonValue } from '../domain/custody-event.js';
import { difference, type Difference } from '../domain/difference.js';

/**
 * What people said (claims, notes, links) lies in rows; the private payload of the event that took it in carries under
 * `rows` the digest of each such row, by `table/id`. So a changed word is found although no object changed.
 */
export interface WordRow {
  /** For example `claim/0197…`. */
  readonly key: string;
  readonly digest: string;
}

export class WordDigests {
  readonly #said = new Map<string, { digest: string; seq: number }>();

  add(event: EventEnvelope, payload: JsonObject): void {
    const { rows } = payload;
    if (!isObject(rows)) return;
    for (const [key, digest] of Object.entries(rows)) {
      if (typeof digest === 'string') this.#said.set(key, { digest, seq: event.seq });
    }
  }

  /** Compares; call once, because each row that is found is ticked off. */
  async compare(rows: AsyncIterable<WordRow>): Promise<Difference[]> {
    const found: Difference[] = [];
    for await (const row of rows) {
      const said = this.#said.get(row.key);
      this.#said.delete(row.key);
      if (said === undefined) found.push(difference('V033', row.key, 'No event took in what this row says.'));
      else if (said.digest !== row.digest) {
        const message = `What it says is not what event ${said.seq} took in.`;
        found.push(difference('V032', row.key, message, { expected: said.digest, found: row.digest }));
      }
    }
    for (const [key, { seq }] of this.#said) {
      found.push(difference('V034', `event ${seq}`, `It took in ${key}, but the tables no longer have it.`));
    }
    return found;
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
