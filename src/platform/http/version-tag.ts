import { sha256Hex } from '../../shared/sha256.js';
import { PreconditionFailedError } from './http-errors.js';

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

/** Whether the version that a transaction finds is the one that the request was made for. */
export type ExpectedVersion = (version: number) => boolean;

/** `If-Match`: absent or `*` fits any version. */
export function matchesVersion(ifMatch: string | undefined, id: string, version: number): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true;
  const bare = versionTag(id, version);
  const viewStart = `${bare.slice(0, -1)}.`;
  return candidates(ifMatch).some((tag) => tag === bare || tag.startsWith(viewStart));
}

/**
 * Asked within the transaction, once the row is locked.
 * @param what the field's word for the resource: `case`, `annotation`
 * @throws PreconditionFailedError `version_conflict`
 */
export function requireVersion(expected: ExpectedVersion, version: number, what: string): void {
  if (!expected(version))
    throw new PreconditionFailedError(
      'version_conflict',
      `The ${what} was changed by someone else meanwhile.`,
    );
}

/** `If-None-Match`: weak comparison (RFC 9110 §13.1.2). */
export function noneMatch(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return true;
  return ifNoneMatch.trim() !== '*' && !candidates(ifNoneMatch.replaceAll('W/', '')).includes(tag);
}

function candidates(header: string): string[] {
  return header.split(',').map((candidate) => candidate.trim());
}
