/** Strong entity tag of a resource that carries a version (RFC 9110 §8.8.3). */
export function versionTag(id: string, version: number): string {
  return `"${id}.${version}"`;
}

/** `If-Match`: absent or `*` fits any version. */
export function matchesVersion(ifMatch: string | undefined, id: string, version: number): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true;
  return listed(ifMatch, versionTag(id, version));
}

/** `If-None-Match`: weak comparison (RFC 9110 §13.1.2). */
export function noneMatch(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return true;
  return ifNoneMatch.trim() !== '*' && !listed(ifNoneMatch.replaceAll('W/', ''), tag);
}

function listed(header: string, tag: string): boolean {
  return header.split(',').some((candidate) => candidate.trim() === tag);
}
