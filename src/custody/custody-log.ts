import { newId } from '../shared/ids.js';
import { InvalidInputError } from '../shared/errors.js';
import type { Executor } from '../platform/db/database.js';
import { activityOf, writeActivity } from './clip-activity.js';
import { CustodyRepository, type NewEventRow } from './custody.repository.js';
import {
  CUSTODY_BODIES,
  CustodyActor,
  CustodyChain,
  CustodyClipId,
  type CustodyAction,
  type CustodyBody,
} from './custody-events.contract.js';
import { canonicalEvent, eventLeaf, type EventEnvelope, type JsonObject } from './domain/custody-event.js';
import { VaultError, type PrivateVault, type SealedPayload } from './keys/private-vault.js';
import { listPayloads } from './verify/custody-rows.repository.js';

/** One thing that happened, by one of the known actions. */
export type CustodyEntry = {
  [A in CustodyAction]: {
    /** A case's id, or `system`. */
    readonly chain: string;
    readonly clipId?: string | undefined;
    readonly action: A;
    /** `user:<id>`, `token:<id>`, `worker:<id>`, `system`, or `protected` for a person named in `private` alone. */
    readonly actor: string;
    readonly body: CustodyBody<A>;
    /** What may name a person: stored encrypted, the event holds a salted commitment to it. */
    readonly private?: JsonObject | undefined;
  };
}[CustodyAction];

/** An event as it stands in the log. */
export interface CustodyEvent extends Omit<EventEnvelope, 'v' | 'action'> {
  readonly action: CustodyAction;
  readonly leaf: string;
}

export interface CustodyPage {
  readonly items: CustodyEvent[];
  readonly nextCursor: string | null;
}

interface ChainHead {
  seq: number;
  chainSeq: number;
  prev: string | null;
  at: string;
}

/** The append-only record of what was done to evidence, by whom and when. */
export class CustodyLog {
  readonly #repository = new CustodyRepository();

  constructor(private readonly vault: PrivateVault) {}

  /**
   * Appends the entries in the order given, within the caller's transaction. Call it last there and keep the transaction
   * short: from this call to the commit nobody else can append.
   * @throws InvalidInputError `invalid_custody_entry` before anything is written, when a body is not what its action says.
   */
  async append(tx: Executor, entries: readonly CustodyEntry[]): Promise<CustodyEvent[]> {
    const checked = entries.map(checkEntry);
    if (checked.length === 0) return [];
    if (tx.isTransaction) return this.#appendChecked(tx, checked);
    return tx.transaction().execute((own) => this.#appendChecked(own, checked));
  }

  /** The clip's events, oldest first. `limit` 1..200. @throws InvalidInputError `invalid_cursor`. */
  async listForClip(
    db: Executor,
    clipId: string,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<CustodyPage> {
    const afterSeq = page.cursor === undefined ? 0 : readCursor(page.cursor);
    const rows = await this.#repository.listForClip(db, clipId, afterSeq, page.limit + 1);
    const items = rows.slice(0, page.limit).map(({ canonical, leaf }) => toEvent(canonical, leaf));
    const last = items.at(-1);
    const nextCursor = rows.length > page.limit && last !== undefined ? writeCursor(last.seq) : null;
    return { items, nextCursor };
  }

  /**
   * Private payloads by event id. Null: it cannot be opened (erased, changed, or sealed with another key). Whoever asks decides
   * who may see what is in them.
   */
  async readPrivate(
    db: Executor,
    events: readonly CustodyEvent[],
  ): Promise<ReadonlyMap<string, JsonObject | null>> {
    const committed = events.filter(({ privateCommit }) => privateCommit !== null);
    if (committed.length === 0) return new Map();
    const rows = await listPayloads(
      db,
      committed.map(({ id }) => id),
    );
    return new Map(
      committed.map(({ id, privateCommit }) => {
        const row = rows.get(id);
        return [id, row === undefined ? null : this.#open(id, row, privateCommit ?? '')];
      }),
    );
  }

  #open(id: string, sealed: SealedPayload, commit: string): JsonObject | null {
    try {
      return this.vault.unseal(id, sealed, commit);
    } catch (error) {
      if (error instanceof VaultError) return null;
      throw error;
    }
  }

  async #appendChecked(tx: Executor, entries: readonly CustodyEntry[]): Promise<CustodyEvent[]> {
    const chains = [...new Set(entries.map((entry) => entry.chain))];
    const heads = new Map<string, ChainHead>();
    for (const head of await this.#repository.lockHeads(tx, chains)) heads.set(head.chain, { ...head });
    let seq = Math.min(...[...heads.values()].map((head) => head.seq));
    const rows = entries.map((entry) => {
      const row = this.#placeEntry(entry, seq, heads.get(entry.chain));
      seq += 1;
      return row;
    });
    await this.#repository.append(tx, rows);
    await this.#repository.notifyActivity(tx, activityOf(entries).map(writeActivity));
    return rows.map(({ canonical }) => toEvent(canonical, eventLeaf(canonical)));
  }

  #placeEntry(entry: CustodyEntry, seq: number, head: ChainHead | undefined): NewEventRow {
    if (head === undefined) throw new Error('the database gave no place for a chain');
    const id = newId();
    const payload = entry.private === undefined ? undefined : this.vault.seal(id, entry.private);
    const canonical = canonicalEvent({
      v: 1,
      seq,
      id,
      at: head.at,
      chain: entry.chain,
      chainSeq: head.chainSeq,
      clipId: entry.clipId ?? null,
      action: entry.action,
      actor: entry.actor,
      body: entry.body,
      privateCommit: payload?.commit ?? null,
      prev: head.prev,
    });
    head.chainSeq += 1;
    head.prev = eventLeaf(canonical);
    return { canonical, sealed: payload?.sealed };
  }
}

function checkEntry(entry: CustodyEntry): CustodyEntry {
  const checks = [
    ['chain', CustodyChain.safeParse(entry.chain)],
    ['clipId', CustodyClipId.optional().safeParse(entry.clipId)],
    ['actor', CustodyActor.safeParse(entry.actor)],
    ['body', CUSTODY_BODIES[entry.action].safeParse(entry.body)],
  ] as const;
  const errors = checks.flatMap(([field, { error }]) =>
    (error?.issues ?? []).map((issue) => ({
      path: [field, ...issue.path].map(String).join('.'),
      message: issue.message,
    })),
  );
  if (errors.length === 0) return entry;
  throw new InvalidInputError('invalid_custody_entry', `Not an event of action ${entry.action}.`, errors);
}

/** Only texts that this service wrote come here; verification is what doubts them. */
function toEvent(canonical: string, leaf: string): CustodyEvent {
  const { v: _, ...event } = JSON.parse(canonical) as EventEnvelope & { action: CustodyAction };
  return { ...event, leaf };
}

function writeCursor(seq: number): string {
  return Buffer.from(`seq:${seq}`).toString('base64url');
}

function readCursor(cursor: string): number {
  const [, digits] = /^seq:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (digits !== undefined) return Number(digits);
  throw new InvalidInputError('invalid_cursor', 'The cursor is not one that this list gave.', [
    { path: 'cursor', message: 'not a cursor of this list' },
  ]);
}
