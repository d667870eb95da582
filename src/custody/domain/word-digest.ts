import { canonicalJson } from '../../shared/canonical-json.js';
import { sha256Hex } from '../../shared/sha256.js';
import type { JsonObject } from './custody-event.js';

/** Lower-case hexadecimal SHA-256 of the RFC 8785 text of what a row says. */
export function wordDigest(row: JsonObject): string {
  return sha256Hex(canonicalJson(row));
}
