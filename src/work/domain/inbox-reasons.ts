export const INBOX_REASONS = [
  'yours',
  'needs_help',
  'stale',
  'disputed',
  'second_review',
  'in_review',
  'unassigned',
  'assigned',
] as const;
export type InboxReason = (typeof INBOX_REASONS)[number];

export interface WaitingClip {
  readonly assigneeId: string | null;
  readonly work: string;
  readonly verification: string;
  readonly stale: boolean;
}

/** Why a clip waits for people, most pressing first; at least one reason. */
export function whyWaiting(clip: WaitingClip, readerId: string): InboxReason[] {
  const reasons: Record<InboxReason, boolean> = {
    yours: clip.assigneeId === readerId,
    needs_help: clip.work === 'needs_help',
    stale: clip.stale,
    disputed: clip.verification === 'disputed',
    second_review: clip.work === 'second_review',
    in_review: clip.work === 'in_review',
    unassigned: clip.assigneeId === null,
    assigned: clip.assigneeId !== null && clip.assigneeId !== readerId,
  };
  return INBOX_REASONS.filter((reason) => reasons[reason]);
}
