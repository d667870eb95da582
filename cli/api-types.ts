/** The parts of the desk's answers that the command line reads (contract.md §2 and §3). */
export type ProcessingState = 'queued' | 'running' | 'complete' | 'partial' | 'failed' | 'cancelled';
export type PartState = 'waiting' | 'running' | 'complete' | 'failed' | 'skipped';

export interface PartError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

export interface PartStatus {
  readonly part: string;
  readonly state: PartState;
  readonly progress?: number;
  readonly warnings?: readonly string[];
  readonly error?: PartError | null;
}

export interface ClipStatus {
  readonly id: string;
  readonly version: number;
  readonly processing: {
    readonly state: ProcessingState;
    readonly progress: number;
    readonly parts: readonly PartStatus[];
    readonly error: PartError | null;
  };
  readonly work: string;
  readonly verification: string;
  readonly claims: readonly {
    readonly type: string;
    readonly verdict: string;
    readonly needsAttention: boolean;
  }[];
}

export interface Clip {
  readonly id: string;
  readonly caseId: string;
  readonly canonicalUrl: string | null;
  readonly title: string | null;
  readonly duplicateOf?: string;
  readonly processing: ClipStatus['processing'];
}

export interface ClipSummary {
  readonly id: string;
  readonly processing: ProcessingState;
  readonly progress: number;
  readonly work: string;
  readonly verification: string;
  readonly createdAt: string;
  readonly canonicalUrl?: string | null;
  readonly title?: string | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface BatchRow {
  readonly index: number;
  readonly outcome: 'created' | 'duplicate' | 'rejected';
  readonly clipId?: string;
  readonly problem?: import('./failures.js').Problem;
}

export interface CaseSummary {
  readonly id: string;
  readonly title: string;
  readonly reference?: string | null;
}

export interface User {
  readonly id: string;
  readonly email: string | null;
  readonly name: string;
  readonly admin: boolean;
  readonly disabled: boolean;
}

export interface Claim {
  readonly id: string;
  readonly type: string;
  readonly statement: string;
  readonly verdict: string;
  readonly needsAttention: boolean;
}

export interface TokenSummary {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

export interface HistoryItem {
  readonly seq: number;
  readonly at: string;
  readonly summary: string;
  readonly changes?: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}
