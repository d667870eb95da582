import { canonicalJson } from '../../shared/canonical-json.js';
import { leafHash } from './merkle-hash.js';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** The chain of events that belong to no case. */
export const SYSTEM_CHAIN = 'system';

/**
 * What the log says of one event; its RFC 8785 text is what is hashed. `seq` counts from 1 without a gap over the whole
 * log, `chainSeq` over the event's chain. Order is by `seq`: `at` is what the database's clock said, never corrected.
 */
export interface EventEnvelope {
  readonly v: 1;
  readonly seq: number;
  readonly id: string;
  /** RFC 3339 UTC with milliseconds. */
  readonly at: string;
  /** A case's id, or `system`. */
  readonly chain: string;
  readonly chainSeq: number;
  readonly clipId: string | null;
  readonly action: string;
  /** `user:<id>`, `token:<id>`, `worker:<id>`, `system` or `protected` (named in the private payload). */
  readonly actor: string;
  readonly body: JsonObject;
  /** SHA-256(salt ‖ RFC 8785 text of the private payload) in hexadecimal. */
  readonly privateCommit: string | null;
  /** Leaf of the chain's previous event in hexadecimal; null for its first. */
  readonly prev: string | null;
}

/** A row of the log as it lies in the database: columns, the canonical text, and the leaf stored beside it. */
export interface LoggedEvent extends Omit<EventEnvelope, 'v' | 'body'> {
  readonly canonical: string;
  readonly leaf: string;
}

export function canonicalEvent(event: EventEnvelope): string {
  return canonicalJson(event);
}

/** SHA-256(0x00 ‖ canonical text), lower-case hexadecimal. */
export function eventLeaf(canonical: string): string {
  return leafHash(canonical).toString('hex');
}

/** The envelope that a canonical text holds; undefined when it is not the RFC 8785 text of one. */
export function readCanonicalEvent(canonical: string): EventEnvelope | undefined {
  try {
    const value: unknown = JSON.parse(canonical);
    return isEnvelope(value) && isCanonical(value, canonical) ? value : undefined;
  } catch {
    // Not JSON, a number beyond double precision, nested too deeply: in each case no text that this service wrote.
    return undefined;
  }
}

/** In the order of the canonical text, which is the order in which they are parsed. */
const ENVELOPE_KEYS = 'action,actor,at,body,chain,chainSeq,clipId,id,prev,privateCommit,seq,v';

function isEnvelope(value: unknown): value is EventEnvelope {
  if (!isObject(value) || Object.keys(value).join() !== ENVELOPE_KEYS) return false;
  const texts = [value['id'], value['at'], value['chain'], value['action'], value['actor']];
  const optional = [value['clipId'], value['privateCommit'], value['prev']];
  return (
    value['v'] === 1 &&
    Number.isSafeInteger(value['seq']) &&
    Number.isSafeInteger(value['chainSeq']) &&
    texts.every((text) => typeof text === 'string') &&
    optional.every((text) => text === null || typeof text === 'string') &&
    isObject(value['body'])
  );
}

/** The first test is four times faster and right for all but objects with integer-like keys. */
function isCanonical(value: unknown, text: string): boolean {
  return (JSON.stringify(value) === text && hasSortedKeys(value)) || canonicalJson(value) === text;
}

function hasSortedKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  if (!isObject(value)) return true;
  let previous: string | undefined;
  for (const [key, member] of Object.entries(value)) {
    if ((previous !== undefined && key <= previous) || !hasSortedKeys(member)) return false;
    previous = key;
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
