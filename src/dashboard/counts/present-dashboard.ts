import { ProcessingStateSchema, Verification, WorkState } from '../../clips/index.js';
import type { Dashboard } from './dashboard.contract.js';
import type { Tally, WaitingClip } from './tally.repository.js';

const DAY_MS = 86_400_000;
/** Ages in days at which a group of waiting clips begins. */
const AGES = [0, 1, 3, 7, 30] as const;

export interface TallyFacts {
  /** The database's clock: days are its UTC days. */
  readonly now: Date;
  readonly rows: readonly Tally[];
  readonly waiting: readonly WaitingClip[];
}

/** Every state is named, also when no clip is in it; every day, also when nothing happened on it. */
export function presentDashboard({ now, rows, waiting }: TallyFacts, days: number): Omit<Dashboard, 'asOf'> {
  const processing = countsOf(rows, 'processing', ProcessingStateSchema.options);
  return {
    counts: {
      total: Object.values(processing).reduce((sum, count) => sum + count, 0),
      processing,
      work: countsOf(rows, 'work', WorkState.options),
      verification: countsOf(rows, 'verification', Verification.options),
    },
    oldestWaiting: waiting.map(({ id, work, created_at }) => ({
      clipId: id,
      work: WorkState.parse(work),
      since: created_at.toISOString(),
    })),
    ageing: ageingOf(rows, now),
    throughput: Array.from({ length: days }, (_, index) => {
      const day = new Date(now.getTime() - (days - 1 - index) * DAY_MS).toISOString().slice(0, 10);
      const on = (measure: string) => amountOf(rows, (row) => row.measure === measure && row.day === day);
      return { day, submitted: on('submitted'), concluded: on('concluded'), closed: on('closed') };
    }),
    failures: failuresOf(rows),
    needsAttention: amountOf(rows, ({ measure }) => measure === 'attention'),
  };
}

function ageingOf(rows: readonly Tally[], now: Date): Dashboard['ageing'] {
  const today = Math.floor(now.getTime() / DAY_MS);
  const aged = rows
    .filter(({ measure, day }) => measure === 'waiting' && day !== null)
    .map(({ day, amount }) => ({ days: today - Math.floor(Date.parse(day ?? '') / DAY_MS), amount }));
  return AGES.map((fromDays, index) => {
    const toDays = AGES[index + 1] ?? null;
    // Clocks differ: a clip of tomorrow is one of today.
    const isOfThis = (days: number) =>
      Math.max(days, 0) >= fromDays && (toDays === null || Math.max(days, 0) < toDays);
    const count = aged.reduce((sum, { days, amount }) => (isOfThis(days) ? sum + amount : sum), 0);
    return { fromDays, toDays, count };
  });
}

function countsOf<State extends string>(
  rows: readonly Tally[],
  measure: string,
  states: readonly State[],
): Record<State, number> {
  const counts = states.map((state) => [
    state,
    amountOf(rows, (row) => row.measure === measure && row.state === state),
  ]);
  return Object.fromEntries(counts) as Record<State, number>;
}

function failuresOf(rows: readonly Tally[]): Dashboard['failures'] {
  return rows
    .filter(({ measure, amount }) => measure === 'failure' && amount > 0)
    .map(({ state, amount }) => ({ code: state as Dashboard['failures'][number]['code'], count: amount }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function amountOf(rows: readonly Tally[], wanted: (row: Tally) => boolean): number {
  return rows.reduce((sum, row) => (wanted(row) ? sum + row.amount : sum), 0);
}
