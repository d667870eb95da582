import { eventLeaf, readCanonicalEvent, type EventEnvelope, type LoggedEvent } from './custody-event.js';
import { difference, type Difference } from './difference.js';

export interface CheckedEvent {
  /** Recomputed from the canonical text, in hexadecimal: what the tree is built of. */
  readonly leaf: string;
  /** Undefined when the canonical text is not one. */
  readonly event: EventEnvelope | undefined;
  readonly differences: readonly Difference[];
}

/** Clocks of well-kept machines are corrected by less than this. */
const CLOCK_STEP_MS = 1_000;
const COLUMNS = [
  'seq',
  'id',
  'at',
  'chain',
  'chainSeq',
  'clipId',
  'action',
  'actor',
  'privateCommit',
  'prev',
] as const;

/** Checks events one by one in the order of the log, and says of each what is wrong with it. */
export class ChainVerifier {
  readonly #chains = new Map<string, { chainSeq: number; leaf: string }>();
  #lastSeq = 0;
  #lastAt = '';

  get chains(): number {
    return this.#chains.size;
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  next(row: LoggedEvent): CheckedEvent {
    const subject = eventSubject(row);
    const leaf = eventLeaf(row.canonical);
    const event = readCanonicalEvent(row.canonical);
    const differences = [
      ...this.#gap(row, subject),
      ...leafDifferences(row, leaf, event, subject),
      ...(event === undefined ? [] : columnDifferences(row, event, subject)),
      ...this.#chainBreak(event ?? row, leaf, subject),
      ...this.#clockStep(row.at, subject),
    ];
    return { leaf, event, differences };
  }

  #gap(row: LoggedEvent, subject: string): Difference[] {
    const expected = this.#lastSeq + 1;
    this.#lastSeq = row.seq;
    if (row.seq === expected) return [];
    const message = 'The events before this one are missing or stand twice.';
    return [difference('V011', subject, message, { expected, found: row.seq })];
  }

  #chainBreak(
    event: Pick<EventEnvelope, 'chain' | 'chainSeq' | 'prev'>,
    leaf: string,
    subject: string,
  ): Difference[] {
    const before = this.#chains.get(event.chain);
    this.#chains.set(event.chain, { chainSeq: event.chainSeq, leaf });
    const expectedSeq = (before?.chainSeq ?? 0) + 1;
    const expectedPrev = before?.leaf ?? null;
    const found: Difference[] = [];
    if (event.chainSeq !== expectedSeq) {
      const values = { expected: expectedSeq, found: event.chainSeq };
      found.push(difference('V012', subject, 'It is not the next event of its chain.', values));
    }
    if (event.prev !== expectedPrev) {
      const values = { expected: expectedPrev, found: event.prev };
      found.push(
        difference(
          'V012',
          subject,
          'It does not continue the event that stands before it in its chain.',
          values,
        ),
      );
    }
    return found;
  }

  #clockStep(at: string, subject: string): Difference[] {
    const before = this.#lastAt;
    this.#lastAt = at;
    if (at >= before || Date.parse(before) - Date.parse(at) <= CLOCK_STEP_MS) return [];
    const message =
      'Its time is before that of the event ahead of it; the order of the log counts, not the clock.';
    return [difference('V050', subject, message, { expected: `not before ${before}`, found: at }, 'warning')];
  }
}

/** Everything that is wrong with a whole log, or with nothing left out of its beginning. */
export function verifyChain(events: Iterable<LoggedEvent>): Difference[] {
  const verifier = new ChainVerifier();
  const found: Difference[] = [];
  for (const event of events) found.push(...verifier.next(event).differences);
  return found;
}

export function eventSubject(row: Pick<LoggedEvent, 'seq' | 'id' | 'clipId'>): string {
  return `event ${row.seq} (${row.id})${row.clipId === null ? '' : ` of clip ${row.clipId}`}`;
}

function leafDifferences(
  row: LoggedEvent,
  leaf: string,
  event: EventEnvelope | undefined,
  subject: string,
): Difference[] {
  const found: Difference[] = [];
  if (leaf !== row.leaf) {
    const message = 'Its text does not have the hash that was stored with it.';
    found.push(difference('V010', subject, message, { expected: row.leaf, found: leaf }));
  }
  if (event === undefined) {
    found.push(difference('V010', subject, 'Its text is not the canonical text of an event.'));
  }
  return found;
}

function columnDifferences(row: LoggedEvent, event: EventEnvelope, subject: string): Difference[] {
  return COLUMNS.filter((column) => row[column] !== event[column]).map((column) =>
    difference('V018', subject, `Its column ${column} was changed.`, {
      expected: event[column],
      found: row[column],
    }),
  );
}
