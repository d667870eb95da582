import type { PartErrorCode } from '../../shared/errors.js';
import { PARTS, type PartFacts, type PartName } from './parts.js';

export type ProcessingState = 'queued' | 'running' | 'complete' | 'partial' | 'failed' | 'cancelled';

export interface PartProblem {
  readonly code: PartErrorCode;
  readonly message: string;
  /** True when trying again later may help. */
  readonly retryable: boolean;
}

export interface PartReport extends PartFacts {
  readonly error: PartProblem | null;
}

export interface Processing {
  readonly state: ProcessingState;
  /** 0..1, rounded to thousandths. */
  readonly progress: number;
  readonly error: PartProblem | null;
}

/**
 * What a clip's parts amount to. `partial` says that the original is safe but something after it failed: it must never read
 * as complete. A clip whose original is not safe has failed.
 */
export function projectProcessing(parts: readonly PartReport[], cancelled: boolean): Processing {
  const progress = overallProgress(parts);
  const error = parts.find(({ state }) => state === 'failed')?.error ?? null;
  if (cancelled) return { state: 'cancelled', progress, error };
  if (parts.some(({ state }) => state === 'running')) return { state: 'running', progress, error: null };
  if (parts.some(({ state }) => state === 'waiting')) {
    const untouched = parts.every(({ state }) => state === 'waiting');
    return { state: untouched ? 'queued' : 'running', progress, error: null };
  }
  const failed = new Set(parts.filter(({ state }) => state === 'failed').map(({ part }) => part));
  if (failed.has('acquire')) return { state: 'failed', progress, error };
  if (failed.size > 0) return { state: 'partial', progress, error };
  return { state: 'complete', progress: 1, error: null };
}

function overallProgress(parts: readonly PartReport[]): number {
  const total = PARTS.reduce((sum, { weight }) => sum + weight, 0);
  const done = parts.reduce((sum, part) => sum + weightOf(part.part) * fractionOf(part), 0);
  return Math.round((done / total) * 1000) / 1000;
}

function weightOf(name: PartName): number {
  return PARTS.find(({ part }) => part === name)?.weight ?? 0;
}

function fractionOf(part: PartReport): number {
  switch (part.state) {
    case 'waiting':
      return 0;
    case 'running':
      return Math.min(Math.max(part.progress, 0), 1);
    case 'complete':
    case 'failed':
    case 'skipped':
      return 1;
  }
}
