import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '@/api/keys';
import { changeClip, forEachOf, type ClipPatch, type Outcome } from './bulk-run';
import { rowOf, type ClipRow } from './clip-row';
import { clipOf, replaceRows } from './list-queries';

export interface BulkReport {
  readonly outcomes: ReadonlyMap<ClipRow, Outcome>;
  readonly change: Change;
  /** What would put assignments back; undefined for changes that are not undone from here. */
  readonly undo: Change | undefined;
}
/** What of a row is changed, from the row as it is. */
export type Change = (row: ClipRow) => ClipPatch;

export interface Bulk {
  readonly isRunning: boolean;
  readonly ended: number;
  readonly total: number;
  readonly report: BulkReport | undefined;
  readonly run: (rows: readonly ClipRow[], change: Change) => void;
  readonly undo: () => void;
  /** Once more for those that were refused, from their present state. */
  readonly retry: () => void;
  readonly close: () => void;
}

export function useBulk(): Bulk {
  const queries = useQueryClient();
  const [ended, setEnded] = useState(0);
  const [total, setTotal] = useState<number | null>(null);
  const [report, setReport] = useState<BulkReport>();

  const go = async (rows: readonly ClipRow[], change: Change, isUndo: boolean) => {
    setEnded(0);
    setTotal(rows.length);
    try {
      const outcomes = await forEachOf(
        rows,
        async (row) => {
          const patch = change(row);
          // A list of tags is written as a whole: over somebody else's newer one it would take theirs away.
          const outcome = await changeClip(row.id, patch, patch.tags === undefined ? undefined : row.version);
          const { clip } = outcome;
          if (clip !== undefined) {
            replaceRows(queries, (each) => (each.id === clip.id ? rowOf(clip, each) : each));
            void queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
          }
          return outcome;
        },
        setEnded,
      );
      const undo = isUndo ? undefined : undoOf(outcomes, change);
      setReport({ outcomes, change, undo });
    } finally {
      setTotal(null);
    }
  };
  const start = (rows: readonly ClipRow[], change: Change, isUndo = false) => void go(rows, change, isUndo);
  return {
    isRunning: total !== null,
    ended,
    total: total ?? 0,
    report,
    run: start,
    undo: () => {
      if (report?.undo === undefined) return;
      const done = [...report.outcomes].filter(([, { clip }]) => clip !== undefined).map(([row]) => row);
      start(done, report.undo, true);
    },
    retry: () => {
      if (report === undefined) return;
      const refused = [...report.outcomes].filter(([, { clip }]) => clip === undefined).map(([row]) => row);
      void Promise.all(refused.map(async (row) => rowOf(await clipOf(row.id), row))).then(
        (fresh) => start(fresh, report.change),
        // Still out of reach: the outcome that stands says so.
        () => start(refused, report.change),
      );
    },
    close: () => setReport(undefined),
  };
}

/** Assignments go back to whom they were with before; the rows are those from before. */
function undoOf(outcomes: ReadonlyMap<ClipRow, Outcome>, change: Change): Change | undefined {
  const rows = [...outcomes.keys()];
  const isAssignment = rows.some((row) => change(row).assigneeId !== undefined);
  const isAnyDone = [...outcomes.values()].some(({ clip }) => clip !== undefined);
  return isAssignment && isAnyDone ? ({ assigneeId }) => ({ assigneeId }) : undefined;
}
