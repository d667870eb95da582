import { matchesVersion } from '../platform/http/version-tag.js';
import { canonicalJson } from '../shared/canonical-json.js';
import { sha256Hex } from '../shared/sha256.js';

/**
 * Strong entity tag of an answer that shows more than the resource's own version: the frame that is there at present, the
 * clips in which a subject appears. A tag of the version alone would answer 304 for what has become another answer.
 */
export function composedTag(id: string, version: number, answer: unknown): string {
  return `"${id}.${version}.${sha256Hex(canonicalJson(answer)).slice(0, 16)}"`;
}

/** `If-Match` against the resource's own version: what is composed into its answer does not stand in the way of a change. */
export function matchesComposed(ifMatch: string | undefined, id: string, version: number): boolean {
  const plain = ifMatch?.replaceAll(/("[0-9a-f-]+\.\d+)\.[0-9a-f]{16}"/g, '$1"');
  return matchesVersion(plain, id, version);
}
