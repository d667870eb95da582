import type { CheckpointCopy } from '../checkpoints/checkpoint-notes.js';
import type { CheckpointRow } from '../checkpoints/checkpoint.repository.js';
import { openCheckpoint, type Checkpoint } from '../domain/checkpoint.js';
import { CompactRange } from '../domain/compact-range.js';
import { difference, type Difference } from '../domain/difference.js';
import { NoteError, type NoteVerifier } from '../domain/signed-note.js';
import { sha256Hex } from '../../shared/sha256.js';
import type { LogFacts } from './verify-events.js';

export interface CheckpointSources {
  /** Rows of the database. */
  readonly rows: readonly CheckpointRow[];
  /** Copies outside the database: the data folder's, and those of whoever keeps some elsewhere. */
  readonly copies: readonly CheckpointCopy[];
  readonly verifiers: readonly NoteVerifier[];
}

interface Opened {
  readonly subject: string;
  readonly size: number;
  readonly note: string;
  readonly checkpoint: Checkpoint | undefined;
}

/** Sizes at which the log's root has to be known. */
export function wantedSizes({ rows, copies }: CheckpointSources): Set<number> {
  return new Set([...rows, ...copies].map((one) => one.size));
}

/** Holds the log against every checkpoint of it, and the checkpoints against each other. */
export function verifyCheckpoints(sources: CheckpointSources, log: LogFacts): Difference[] {
  const opener = new NoteOpener(sources.verifiers);
  const rows = sources.rows.map((row) => opener.open(row, `checkpoint ${row.size}`));
  const copies = sources.copies.map((copy) => opener.open(copy, `checkpoint copy ${copy.file}`));
  return [
    ...opener.differences,
    ...[...rows, ...copies].flatMap((one) => againstLog(one, log)),
    ...sources.rows.flatMap((row) => againstEvent(row, log)),
    ...missingRows(sources.rows, log),
    ...contradictions([...rows, ...copies]),
    ...missingCopies(sources),
  ];
}

class NoteOpener {
  readonly differences: Difference[] = [];
  /** Rows and copies are mostly the same text: each is verified once. */
  readonly #opened = new Map<string, Checkpoint | string>();

  constructor(private readonly verifiers: readonly NoteVerifier[]) {}

  open({ size, note }: { size: number; note: string }, subject: string): Opened {
    const opened = this.#opened.get(note) ?? this.#tryOpen(note);
    this.#opened.set(note, opened);
    if (typeof opened !== 'string') return { subject, size, note, checkpoint: opened };
    const reason = this.verifiers.length === 0 ? 'keys/custody-log.pub is missing' : opened;
    this.differences.push(difference('V015', subject, `Its signature does not hold: ${reason}.`));
    return { subject, size, note, checkpoint: undefined };
  }

  #tryOpen(note: string): Checkpoint | string {
    try {
      return openCheckpoint(note, this.verifiers);
    } catch (error) {
      if (error instanceof NoteError) return error.message;
      throw error;
    }
  }
}

function againstLog({ subject, size, checkpoint }: Opened, log: LogFacts): Difference[] {
  if (checkpoint === undefined) return [];
  if (checkpoint.size !== size) {
    const values = { expected: checkpoint.size, found: size };
    return [difference('V017', subject, 'It is kept under another size than was signed.', values)];
  }
  if (size > log.size) {
    const message = 'Events that were in the log when it was signed are gone.';
    return [difference('V014', subject, message, { expected: `at least ${size} events`, found: log.size })];
  }
  const expected = checkpoint.root.toString('hex');
  const found = log.roots.get(size);
  if (found === undefined || found === expected) return [];
  const message = `The first ${size} events are not the ones that were signed.`;
  return [difference('V013', subject, message, { expected, found })];
}

/** The event holds root, note and time of the row; the range must fold to the root. */
function againstEvent(row: CheckpointRow, log: LogFacts): Difference[] {
  const subject = `checkpoint ${row.size}`;
  const event = log.signed.get(row.size);
  if (event === undefined)
    return [difference('V017', subject, 'No event of the log says that it was signed.')];
  const columns = [
    ['root', event.body['root'], row.root.toString('hex')],
    ['note', event.body['noteSha256'], sha256Hex(row.note)],
    ['at', event.at, row.at],
    ['range', event.body['root'], rootOfRange(row)],
  ] as const;
  return columns
    .filter(([, expected, found]) => expected !== found)
    .map(([column, expected, found]) => {
      const values = { expected: typeof expected === 'string' ? expected : 'nothing', found };
      return difference('V017', subject, `Its column ${column} was changed.`, values);
    });
}

function rootOfRange(row: CheckpointRow): string {
  try {
    return Buffer.from(CompactRange.fromBytes(row.size, row.range).root()).toString('hex');
  } catch (error) {
    if (error instanceof RangeError) return 'no range of this size';
    throw error;
  }
}

function missingRows(rows: readonly CheckpointRow[], log: LogFacts): Difference[] {
  const present = new Set(rows.map((row) => row.size));
  return [...log.signed.entries()]
    .filter(([size]) => !present.has(size))
    .map(([size, event]) =>
      difference('V017', `checkpoint ${size}`, `Event ${event.seq} says that it was signed, but it is gone.`),
    );
}

/** Two roots of one size, both under our signature: whoever holds the key has signed two histories. */
function contradictions(all: readonly Opened[]): Difference[] {
  const first = new Map<number, Opened>();
  const found: Difference[] = [];
  for (const one of all) {
    if (one.checkpoint === undefined) continue;
    const other = first.get(one.checkpoint.size) ?? one;
    first.set(one.checkpoint.size, other);
    if (
      other.checkpoint?.root.equals(one.checkpoint.root) &&
      other.checkpoint.origin === one.checkpoint.origin
    )
      continue;
    const values = {
      expected: other.checkpoint?.root.toString('hex') ?? null,
      found: one.checkpoint.root.toString('hex'),
    };
    found.push(
      difference('V016', one.subject, `It contradicts ${other.subject}, and both are signed.`, values),
    );
  }
  return found;
}

function missingCopies({ rows, copies }: CheckpointSources): Difference[] {
  const present = new Set(copies.map((copy) => copy.size));
  return rows
    .filter((row) => !present.has(row.size))
    .map((row) => {
      const message = 'There is no copy of it outside the database.';
      return difference('V052', `checkpoint ${row.size}`, message, {}, 'warning');
    });
}
