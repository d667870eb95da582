import type { Schemas } from '@/api/problem';
import { isConcluded } from './standing';

export interface WorkView {
  readonly userId: string;
  readonly role: 'submitter' | 'reviewer' | 'lead' | undefined;
  readonly assigneeId: string | null;
  readonly work: Schemas['ClipStatus']['work'];
  readonly claims: readonly Pick<Schemas['Claim'], 'id' | 'verdict'>[];
}

export interface NextSteps {
  readonly take: boolean;
  readonly handOver: boolean;
  readonly putBack: boolean;
  readonly needsHelp: boolean;
  /** Helped: back to where the work stood. */
  readonly goOn: boolean;
  readonly close: boolean;
  readonly reopen: boolean;
  /** Claims that keep the clip from being closed. */
  readonly open: readonly string[];
}

const nothing: NextSteps = {
  take: false,
  handOver: false,
  putBack: false,
  needsHelp: false,
  goOn: false,
  close: false,
  reopen: false,
  open: [],
};

/** What this person may do next with the work on a clip; the desk decides again when they do it. */
export function nextSteps({ userId, role, assigneeId, work, claims }: WorkView): NextSteps {
  if (role !== 'reviewer' && role !== 'lead') return nothing;
  if (work === 'closed') return { ...nothing, reopen: role === 'lead' };
  const isLead = role === 'lead';
  const isMine = assigneeId === userId;
  const open = claims.filter(({ verdict }) => !isConcluded(verdict)).map(({ id }) => id);
  return {
    take: !isMine && (assigneeId === null || isLead),
    handOver: isMine || isLead,
    putBack: isMine || (isLead && assigneeId !== null),
    needsHelp: work !== 'needs_help',
    goOn: work === 'needs_help',
    close: open.length === 0,
    reopen: false,
    open,
  };
}
