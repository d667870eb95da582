/** After this long without an act of the assignee, an assignment is no longer believed. */
export const STALE_AFTER_MS = 3 * 24 * 60 * 60 * 1000;

export interface Assignment {
  readonly assignedAt: Date | null;
  /** The assignee's last act on the clip; acts before the assignment do not count. */
  readonly lastWorkedAt: Date | null;
  readonly closed: boolean;
}

/** Is somebody asked for work that they have not touched? Never for a closed clip, nor for one that nobody holds. */
export function isStale(assignment: Assignment, now: Date): boolean {
  const { assignedAt, lastWorkedAt, closed } = assignment;
  if (assignedAt === null || closed) return false;
  const since = Math.max(assignedAt.getTime(), lastWorkedAt?.getTime() ?? 0);
  return now.getTime() - since > STALE_AFTER_MS;
}
