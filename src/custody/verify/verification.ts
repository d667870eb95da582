import type { Executor } from '../../platform/db/database.js';
import type { WordRow } from './word-digests.js';
import type { Difference, DifferenceCode } from '../domain/difference.js';

/**
 * A row that gives evidence its meaning: this object belongs to that clip. Such rows are projections of events, and
 * verification holds them against the events.
 */
export interface EvidenceRow {
  readonly table: string;
  readonly id: string;
  /** Null for a row about the object alone, whichever clips have it. */
  readonly clipId: string | null;
  readonly sha256Hex: string;
  readonly sizeBytes?: number | undefined;
  /** Id of the custody event that the row came with, when the table keeps it. */
  readonly eventRef?: string | null | undefined;
  /** Compared with the event's `kind` when given. */
  readonly kind?: string | undefined;
  /** Compared with the event's `parent` when given. */
  readonly parentSha256Hex?: string | null | undefined;
}

/** Implemented by whoever owns the tables; custody knows none of them. */
export interface EvidenceRows {
  /** Every row, in any order, read through the given snapshot. */
  listEvidenceRows(db: Executor): AsyncIterable<EvidenceRow>;
  /** Rows that hold people's words, each with its digest (`wordDigest`). */
  listWordRows(db: Executor): AsyncIterable<WordRow>;
}

export interface VerificationProgress {
  readonly phase: 'events' | 'rows' | 'objects';
  readonly done: number;
}

export interface VerificationReport {
  readonly startedAt: string;
  readonly finishedAt: string;
  /** No difference of severity `error`. */
  readonly ok: boolean;
  /** The service's own database role can do no more than read and append. */
  readonly custodyRoleProtected: boolean;
  readonly counts: {
    readonly events: number;
    readonly chains: number;
    readonly objects: number;
    readonly bytes: number;
    /** Checkpoint notes held against the log: rows and copies of the same size count once. */
    readonly checkpoints: number;
  };
  readonly differences: readonly Difference[];
  /** How many of each code there are, those beyond the listed ones too. */
  readonly codes: Readonly<Partial<Record<DifferenceCode, number>>>;
}
