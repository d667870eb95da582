import type { ApiClient } from './api-client.js';
import type { ProcessingState } from './api-types.js';
import { type BatchItem, type ItemResult, submitBatch } from './batch.js';
import { type CommandContext, printJson } from './command.js';
import { problemText } from './failures.js';
import { waitForEnd } from './follow-status.js';
import { plainText } from './plain-text.js';
import { manyProgressLine } from './progress-line.js';
import type { ReportOptions } from './report-clip.js';
import { shortfall } from './status-text.js';
import type { Terminal } from './terminal.js';

type Ends = ReadonlyMap<string, ProcessingState>;

export function resultLine({ line, url, outcome, clipId, problem }: ItemResult): string {
  const place = line === undefined ? '' : `line ${line}  `;
  const what = problem === undefined ? (clipId ?? '') : plainText(problemText(problem)).replaceAll('\n', ' ');
  return `${place}${outcome.padEnd(9)}  ${plainText(url)}  ${what}`;
}

export function countOutcomes(results: readonly ItemResult[]): Record<ItemResult['outcome'], number> {
  const count = (outcome: ItemResult['outcome']): number =>
    results.filter((row) => row.outcome === outcome).length;
  return { created: count('created'), duplicate: count('duplicate'), rejected: count('rejected') };
}

/** Submits many and says row by row what became of them. Resolves with the exit code. */
export async function reportBatch(
  api: ApiClient,
  items: readonly BatchItem[],
  { wait, json }: ReportOptions,
  { terminal }: CommandContext,
): Promise<number> {
  const results: ItemResult[] = [];
  try {
    await submitBatch(api, items, (piece) => {
      results.push(...piece);
      if (!json) for (const row of piece) terminal.out(resultLine(row));
      terminal.progress(() => `${results.length} of ${items.length} rows sent`);
    });
  } finally {
    // A piece that failed must not hide what the pieces before it did.
    if (results.length < items.length)
      terminal.note(`sightline: stopped after ${results.length} of ${items.length} rows`);
  }
  const ends = wait ? await waitForAll(api, results, terminal) : null;
  terminal.endProgress();
  const counts = countOutcomes(results);
  if (json) printJson(terminal, { results: withEnds(results, ends), ...counts });
  terminal.note(
    `${results.length} rows: ${counts.created} created, ${counts.duplicate} duplicate, ${counts.rejected} rejected`,
  );
  const areComplete = ends === null || [...ends.values()].every((state) => state === 'complete');
  return counts.rejected === 0 && areComplete ? 0 : 1;
}

function withEnds(results: readonly ItemResult[], ends: Ends | null): readonly object[] {
  if (ends === null) return results;
  return results.map((row) => ({ ...row, processing: ends.get(row.clipId ?? '') }));
}

async function waitForAll(api: ApiClient, results: readonly ItemResult[], terminal: Terminal): Promise<Ends> {
  const ids = [...new Set(results.flatMap(({ clipId }) => (clipId === undefined ? [] : [clipId])))];
  const ends = new Map<string, ProcessingState>();
  const show = (): void =>
    terminal.progress((columns) => manyProgressLine([...ends.values()], ids.length, columns));
  for (const id of ids) {
    const status = await waitForEnd(api, id, show);
    ends.set(id, status.processing.state);
    const fault = shortfall(status);
    if (fault !== null) terminal.note(`sightline: ${fault}`);
    show();
  }
  return ends;
}
