import type { EventEnvelope, JsonObject, JsonValue } from '../domain/custody-event.js';
import { difference, type Difference } from '../domain/difference.js';
import { eventSubject } from '../domain/verify-chain.js';

/** One object that an event says is preserved. */
export interface SealedRecord {
  readonly eventId: string;
  readonly seq: number;
  readonly clipId: string | null;
  readonly sha256Hex: string;
  readonly sizeBytes: number;
  readonly kind: string;
  /** Undefined where the event names no parent at all: originals and records of a capture. */
  readonly parent: string | null | undefined;
  /**
   * What the event makes true of its clip: a later event of the same clip and scope takes its place, and with it the rows.
   * Undefined where no row is promised.
   */
  readonly scope: string | undefined;
}

/** What the events of a log say is in the store, and for which clip. In memory: about 300 bytes for each object. */
export class SealedObjects {
  readonly #byHash = new Map<string, number>();
  readonly #byClip = new Map<string, SealedRecord[]>();
  readonly #matched = new Set<SealedRecord>();
  /** Latest event by clip and scope. */
  readonly #latest = new Map<string, string>();

  /** Takes in an event; answers derivatives whose parent no event up to and including this one has sealed. */
  add(event: EventEnvelope): Difference[] {
    const records = sealedRecords(event);
    for (const record of records) {
      this.#byHash.set(record.sha256Hex, record.sizeBytes);
      if (record.scope !== undefined) this.#latest.set(keyOf(record.clipId, record.scope), record.eventId);
      const key = keyOf(record.clipId, record.sha256Hex);
      const others = this.#byClip.get(key);
      if (others === undefined) this.#byClip.set(key, [record]);
      else others.push(record);
    }
    return records
      .filter(({ parent }) => typeof parent === 'string' && !this.#byHash.has(parent))
      .map(({ sha256Hex, parent }) => {
        const message = `It seals object ${sha256Hex} as made from an object that no event has sealed.`;
        return difference('V030', eventSubject(event), message, { found: parent ?? null });
      });
  }

  /** Sizes by hash, of everything that must be in the store. */
  get expected(): ReadonlyMap<string, number> {
    return this.#byHash;
  }

  find(clipId: string | null, sha256Hex: string): readonly SealedRecord[] {
    return this.#byClip.get(keyOf(clipId, sha256Hex)) ?? [];
  }

  findByEvent(eventId: string): SealedRecord[] {
    return [...this.#byClip.values()].flat().filter((record) => record.eventId === eventId);
  }

  markMatched(records: readonly SealedRecord[]): void {
    for (const record of records) this.#matched.add(record);
  }

  /** What the tables should have a row for and do not. */
  *listUnmatched(): Iterable<SealedRecord> {
    for (const record of [...this.#byClip.values()].flat()) {
      if (!this.#matched.has(record) && this.#isCurrent(record)) yield record;
    }
  }

  #isCurrent({ clipId, scope, eventId }: SealedRecord): boolean {
    return scope !== undefined && this.#latest.get(keyOf(clipId, scope)) === eventId;
  }
}

/** Reads bodies by hand: events of earlier versions stay readable when a body gains or loses a field. */
function sealedRecords(event: EventEnvelope): SealedRecord[] {
  const { body } = event;
  const record = (from: JsonValue | undefined, kind: string, scope?: string): SealedRecord[] => {
    if (!isObject(from) || typeof from['sha256'] !== 'string' || typeof from['sizeBytes'] !== 'number')
      return [];
    const { sha256, sizeBytes, parent } = from;
    return [
      {
        eventId: event.id,
        seq: event.seq,
        clipId: event.clipId,
        sha256Hex: sha256,
        sizeBytes,
        kind: typeof from['kind'] === 'string' ? from['kind'] : kind,
        parent: typeof parent === 'string' || parent === null ? parent : undefined,
        scope,
      },
    ];
  };
  switch (event.action) {
    case 'evidence.acquired':
    case 'evidence.refused':
      return [...record(body, 'received'), ...record(body['capture'], 'capture')];
    case 'evidence.sealed':
      return record(body, 'original', 'original');
    case 'derivative.sealed':
      return Array.isArray(body['objects'])
        ? (body['objects'] as readonly JsonValue[]).flatMap((object) =>
            record(object, 'derivative', `part ${typeof body['part'] === 'string' ? body['part'] : ''}`),
          )
        : [];
    default:
      return [];
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyOf(clipId: string | null, sha256Hex: string): string {
  return `${clipId ?? ''} ${sha256Hex}`;
}
