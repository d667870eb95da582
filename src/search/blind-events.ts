import type { z } from 'zod';
import { listBlindClaims } from '../clips/index.js';
import type { CustodyAction, CustodyEvent, CustodyEventView } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { listClaimsOfComments } from './history.queries.js';

/** What tells how others judge a claim. */
const BLIND_ACTIONS: ReadonlySet<CustodyAction> = new Set<CustodyAction>([
  'assessment.made',
  'ruling.made',
  'verdict.changed',
  'comment.made',
  'comment.withdrawn',
]);

/** The claim that each of these events is about and blind to the reader for; events that may be read are not in it. */
export async function findBlindEvents(
  db: Database,
  reader: Principal,
  clip: { readonly id: string; readonly case_id: string },
  events: readonly CustodyEvent[],
): Promise<ReadonlyMap<string, string>> {
  const about = events.filter(({ action, actor }) => BLIND_ACTIONS.has(action) && actor !== actorOf(reader));
  if (about.length === 0) return new Map();
  const blind = await listBlindClaims(db, reader, clip);
  if (blind.size === 0) return new Map();
  const comments = await listClaimsOfComments(db, clip.id);
  return new Map(
    about.flatMap(({ id, body }) => {
      const claimId = textOf(body['claimId']) ?? comments.get(textOf(body['commentId']) ?? '');
      return claimId !== undefined && blind.has(claimId) ? [[id, claimId] as const] : [];
    }),
  );
}

/** The event keeps its place in log and chain; who did it and what it says are left out. */
export function withoutBlind(event: CustodyEvent): z.infer<typeof CustodyEventView> {
  return { ...event, actor: 'hidden', body: { hidden: true } };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
