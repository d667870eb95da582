/**
 * Does `target.source` name one of these paths? Relative to the desk's origin, or absolute with the host that was asked; the
 * scheme is not compared, because a proxy may have ended TLS in front of the desk. Whole texts are compared: nothing that a
 * parser of addresses would forgive (user names, dots, queries) is one of ours.
 */
export function namesSource(source: string, paths: readonly string[], host: string): boolean {
  return paths.some((path) => [path, `http://${host}${path}`, `https://${host}${path}`].includes(source));
}

export function frameImagePath(frameId: string): string {
  return `/api/v1/frames/${frameId}/image`;
}

export function originalPath(clipId: string): string {
  return `/api/v1/clips/${clipId}/original`;
}

/** The frame whose image a source names, whichever host it stands on. */
export function frameNamedBy(source: string): string | undefined {
  return /\/api\/v1\/frames\/([0-9a-f-]{36})\/image$/.exec(source)?.[1];
}
