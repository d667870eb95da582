import { Injectable } from '@nestjs/common';
import type { ClipRow } from '../clips/index.js';
import { CustodyLog, type CustodyEvent, type JsonObject } from '../custody/index.js';
import { roleIn, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { findBlindEvents } from './blind-events.js';
import { tellEvent, type Telling } from './domain/tell-event.js';
import { toldChanges } from './domain/told-changes.js';
import type { HistoryItem, HistoryPage } from './history.contract.js';
import { listClaimTypes, listNames, listWithdrawnComments } from './history.queries.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Story {
  readonly reader: Principal;
  readonly isLead: boolean;
  readonly blind: ReadonlyMap<string, string>;
  readonly payloads: ReadonlyMap<string, JsonObject | null>;
  readonly names: ReadonlyMap<string, string>;
  readonly claimTypes: ReadonlyMap<string, string>;
  readonly withdrawn: ReadonlySet<string>;
}

/** A clip's custody events as sentences, oldest first, with what changed before and after. */
@Injectable()
export class ReadHistory {
  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly custody: CustodyLog,
  ) {}

  /** The caller has checked that the reader reviews the case. */
  async execute(
    reader: Principal,
    clip: ClipRow,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<HistoryPage> {
    const { items: events, nextCursor } = await this.custody.listForClip(this.db, clip.id, {
      limit: page.limit,
      cursor: page.cursor,
    });
    const blind = await findBlindEvents(this.db, reader, clip, events);
    const open = events.filter(({ id }) => !blind.has(id));
    const [payloads, claimTypes, withdrawn] = await Promise.all([
      this.custody.readPrivate(this.db, open),
      listClaimTypes(this.db, clip.id),
      listWithdrawnComments(this.db, clip.id),
    ]);
    const names = await listNames(this.db, idsIn(open, payloads));
    const isLead = roleIn(reader, clip.case_id) === 'lead';
    const story = { reader, isLead, blind, payloads, names, claimTypes, withdrawn };
    return { items: events.map((event) => tell(event, story)), nextCursor };
  }
}

function tell(event: CustodyEvent, story: Story): HistoryItem {
  const { seq, at, action } = event;
  const claim: Telling['claim'] = (id) => `the ${story.claimTypes.get(id ?? '') ?? 'unknown'} claim`;
  const blindClaim = story.blind.get(event.id);
  if (blindClaim !== undefined) {
    const summary = `What was done about ${claim(blindClaim)} is hidden until you have judged it.`;
    return { seq, at, action, actor: { kind: 'hidden' }, summary };
  }
  const payload = story.payloads.get(event.id);
  const actor = actorIn(event, payload ?? {}, story);
  const name = (id: string) => story.names.get(id) ?? id;
  const told = tellEvent(event, { who: whoOf(actor), name, claim });
  const changes = changesOf(event, payload ?? {}, story);
  const ref = refOf(event.body);
  return {
    seq,
    at,
    action,
    actor,
    summary: payload === null ? `${told} Its details cannot be opened.` : told,
    ...(changes.length === 0 ? {} : { changes }),
    ...(ref === undefined ? {} : { ref }),
  };
}

function actorIn({ actor }: CustodyEvent, payload: JsonObject, story: Story): HistoryItem['actor'] {
  const [kind, id] = actor.split(':');
  const named = (userId: string) => {
    const name = story.names.get(userId);
    return { id: userId, ...(name === undefined ? {} : { name }) };
  };
  if (kind === 'protected') {
    const submitter = payload['submittedBy'];
    const isShown = typeof submitter === 'string' && (story.isLead || submitter === story.reader.userId);
    return { kind, ...(isShown ? named(submitter) : {}) };
  }
  if (kind === 'user' && id !== undefined) return { kind, ...named(id) };
  if (kind === 'worker' && id !== undefined) return { kind, id };
  return { kind: kind === 'token' ? 'user' : 'system' };
}

function whoOf({ kind, id, name }: HistoryItem['actor']): string {
  if (kind === 'protected') return name === undefined ? 'A protected person' : `${name} (protected)`;
  if (kind === 'user') return name ?? id ?? 'A program';
  return kind === 'worker' ? 'A worker' : 'The desk';
}

/** Nobody reads a withdrawn comment again. */
function changesOf(event: CustodyEvent, payload: JsonObject, { withdrawn }: Story) {
  const commentId = event.body['commentId'];
  if (typeof commentId === 'string' && withdrawn.has(commentId)) return [];
  return toldChanges(event.action, payload);
}

/** The most telling object that the event is about. */
const REFS = {
  assessmentId: 'assessment',
  rulingId: 'ruling',
  findingId: 'finding',
  annotationId: 'annotation',
  commentId: 'comment',
  rangeId: 'sensitive_range',
  submissionId: 'submission',
  artefactId: 'artefact',
  claimId: 'claim',
} as const;

function refOf(body: JsonObject): HistoryItem['ref'] {
  for (const [key, kind] of Object.entries(REFS)) {
    const id = body[key];
    if (typeof id === 'string') return { kind, id };
  }
  return undefined;
}

/** Every id that a sentence may want a name for. */
function idsIn(events: readonly CustodyEvent[], payloads: Story['payloads']): string[] {
  const texts = events.flatMap(({ id, actor, body }) => [
    actor.slice(actor.indexOf(':') + 1),
    payloads.get(id)?.['submittedBy'],
    ...Object.values(body).flat(),
  ]);
  return [...new Set(texts.filter((text): text is string => typeof text === 'string' && UUID.test(text)))];
}
