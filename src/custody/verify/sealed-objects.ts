import type { EventEnvelope, JsonObject, JsonValue } from '../domain/custody-event.js';
import { difference, type Difference } from '../domain/difference.js';
import { eventSubject } from '../domain/verify-chain.js';

/** One object that an event says is preserved. */
export interface SealedRecord {
  readonly eventId: string;
  readonly seq: number;
  readonly clipId: string | null;
  readonly sha256Hex: string;
  /** Undefined where the event names the bytes alone. */
  readonly sizeBytes: number | undefined;
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
  readonly #byHash = new Map<string, number | undefined>();
  readonly #byClip = new Map<string, SealedRecord[]>();
  readonly #matched = new Set<SealedRecord>();
  /** Latest event by clip and scope. */
  readonly #latest = new Map<string, string>();

  /** Takes in an event; answers derivatives whose parent no event up to and including this one has sealed. */
  add(event: EventEnvelope): Difference[] {
    const records = sealedRecords(event);
    for (const record of records) {
      this.#byHash.set(record.sha256Hex, record.sizeBytes ?? this.#byHash.get(record.sha256Hex));
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
  get expected(): ReadonlyMap<string, number | undefined> {
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
  switch (event.action) {
    case 'clip.submitted':
    case 'clip.duplicate_submitted':
      return recordsOf(event, { sha256: body['uploadSha256'] }, 'upload');
    case 'evidence.acquired':
    case 'evidence.refused':
      return [...recordsOf(event, body, 'received'), ...recordsOf(event, body['capture'], 'capture')];
    case 'evidence.sealed':
      return recordsOf(event, body, 'original', 'original');
    case 'evidence_file.added':
      return recordsOf(event, body, 'evidence_file', `file ${textOf(body['artefactId'])}`);
    case 'derivative.sealed': {
      const objects: readonly JsonValue[] = Array.isArray(body['objects']) ? body['objects'] : [];
      const scope = `part ${textOf(body['part'])}`;
      return objects.flatMap((object) => recordsOf(event, object, 'derivative', scope));
    }
    default:
      return [];
  }
}

function recordsOf(
  event: EventEnvelope,
  object: JsonValue | undefined,
  kind: string,
  scope?: string,
): SealedRecord[] {
  if (!isObject(object) || typeof object['sha256'] !== 'string') return [];
  const { sha256, sizeBytes, parent } = object;
  return [
    {
      eventId: event.id,
      seq: event.seq,
      clipId: event.clipId,
      sha256Hex: sha256,
      sizeBytes: typeof sizeBytes === 'number' ? sizeBytes : undefined,
      kind: typeof object['kind'] === 'string' ? object['kind'] : kind,
      parent: typeof parent === 'string' || parent === null ? parent : undefined,
      scope,
    },
  ];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyOf(clipId: string | null, sha256Hex: string): string {
  return `${clipId ?? ''} ${sha256Hex}`;
}
