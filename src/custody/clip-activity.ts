import type { CustodyAction } from './custody-events.contract.js';

/**
 * Acts about a clip that its status does not show, and that whoever has its page open wants to see at once. Assessments and
 * rulings are not among them: in a blind case the moment of each would tell who judges. Looking and downloading change nothing.
 */
const ACTIVITY: ReadonlySet<CustodyAction> = new Set<CustodyAction>([
  'annotation.made',
  'annotation.changed',
  'annotation.withdrawn',
  'claim.added',
  'claim.source_linked',
  'clip.updated',
  'comment.made',
  'comment.withdrawn',
  'evidence_file.added',
  'finding.made',
  'finding.superseded',
  'finding.withdrawn',
  'match.found',
  'match.decided',
  'match.dropped',
  'sensitive_range.added',
  'sensitive_range.removed',
]);

export interface ClipActivity {
  readonly clipId: string;
  readonly caseId: string;
}

/** Each clip that the entries tell something new about, once. */
export function activityOf(
  entries: readonly {
    readonly chain: string;
    readonly clipId?: string | undefined;
    readonly action: CustodyAction;
  }[],
): readonly ClipActivity[] {
  const told = new Map<string, ClipActivity>();
  for (const { action, clipId, chain } of entries)
    if (clipId !== undefined && ACTIVITY.has(action)) told.set(clipId, { clipId, caseId: chain });
  return [...told.values()];
}

/** As it goes with the notification, whose payload is a text of at most 8000 bytes. */
export function writeActivity({ clipId, caseId }: ClipActivity): string {
  return `${clipId} ${caseId}`;
}

export function readActivity(payload: string): ClipActivity | undefined {
  const [clipId = '', caseId = ''] = payload.split(' ');
  return clipId === '' || caseId === '' ? undefined : { clipId, caseId };
}
