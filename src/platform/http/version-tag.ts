import { sha256Hex } from '../../shared/sha256.js';

/** Strong entity tag of a resource that carries a version (RFC 9110 §8.8.3). */
export function versionTag(id: string, version: number): string {
  return `"${id}.${version}"`;
}

/**
 * Strong entity tag of a view that shows more than its version tells apart: what others wrote about the resource, or what only
 * this reader may see. It fits `If-Match` as the bare version does.
 */
export function viewTag(id: string, version: number, view: object): string {
  return `"${id}.${version}.${sha256Hex(JSON.stringify(view)).slice(0, 16)}"`;
}

/** `If-Match`: absent or `*` fits any version. */
export function matchesVersion(ifMatch: string | undefined, id: string, version: number): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true;
  const bare = versionTag(id, version);
  const viewStart = `${bare.slice(0, -1)}.`;
  return candidates(ifMatch).some((tag) => tag === bare || tag.startsWith(viewStart));
}

/** `If-None-Match`: weak comparison (RFC 9110 §13.1.2). */
export function noneMatch(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return true;
  return ifNoneMatch.trim() !== '*' && !candidates(ifNoneMatch.replaceAll('W/', '')).includes(tag);
}

function candidates(header: string): string[] {
  return header.split(',').map((candidate) => candidate.trim());
}
