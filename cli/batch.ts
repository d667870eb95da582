import type { ApiClient } from './api-client.js';
import type { BatchRow } from './api-types.js';
import type { Problem } from './failures.js';
import type { Submission } from './submission.js';

/** One thing to submit, and where it came from. */
export interface BatchItem {
  readonly url: string;
  /** Line of the CSV file. */
  readonly line?: number;
  /** What to send, or why it cannot be sent. */
  readonly content: Submission | Problem;
}

export interface ItemResult {
  readonly index: number;
  readonly line?: number;
  readonly url: string;
  readonly outcome: BatchRow['outcome'];
  readonly clipId?: string;
  readonly problem?: Problem;
}

const MAX_ROWS = 1_000;
/** Bodies above 8 MB are refused (contract.md §2). */
const MAX_BYTES = 7_000_000;

export function isProblem(content: Submission | Problem): content is Problem {
  return 'code' in content;
}

/** Pieces that the desk takes in one request, by number of rows and by size. */
export function chunked<Item>(
  items: readonly Item[],
  sizeBytes: (item: Item) => number,
  limits: { rows: number; bytes: number } = { rows: MAX_ROWS, bytes: MAX_BYTES },
): Item[][] {
  const chunks: Item[][] = [];
  let chunk: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = sizeBytes(item);
    if (chunk.length > 0 && (chunk.length >= limits.rows || bytes + size > limits.bytes)) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(item);
    bytes += size;
  }
  return chunk.length === 0 ? chunks : [...chunks, chunk];
}

/**
 * Submits everything that can be sent, in order, and answers row by row. `onResults` hears of each piece as it is done, so
 * that what is known is not lost when a later piece fails.
 */
export async function submitBatch(
  api: ApiClient,
  items: readonly BatchItem[],
  onResults: (results: readonly ItemResult[]) => void,
): Promise<void> {
  const numbered = items.map((item, index) => ({ ...item, index }));
  const size = ({ content }: BatchItem): number => Buffer.byteLength(JSON.stringify(content)) + 1;
  for (const chunk of chunked(numbered, size)) onResults(await submitChunk(api, chunk));
}

async function submitChunk(
  api: ApiClient,
  chunk: readonly (BatchItem & { index: number })[],
): Promise<ItemResult[]> {
  const sendable = chunk.filter(({ content }) => !isProblem(content));
  const rows = sendable.length === 0 ? [] : await sendChunk(api, sendable);
  const answers = new Map(rows.map((row) => [sendable[row.index]?.index, row]));
  return chunk.map(({ index, line, url, content }) => {
    const place = { index, url, ...(line === undefined ? {} : { line }) };
    if (isProblem(content)) return { ...place, outcome: 'rejected', problem: content };
    const { outcome, clipId, problem } = answers.get(index) ?? missingAnswer;
    return {
      ...place,
      outcome,
      ...(clipId === undefined ? {} : { clipId }),
      ...(problem === undefined ? {} : { problem }),
    };
  });
}

const missingAnswer: Omit<BatchRow, 'index'> = {
  outcome: 'rejected',
  problem: { code: 'no_answer', detail: 'The desk gave no answer for this row.' },
};

async function sendChunk(api: ApiClient, chunk: readonly BatchItem[]): Promise<readonly BatchRow[]> {
  const { results } = await api.post<{ results: readonly BatchRow[] }>('/clips/batch', {
    items: chunk.map(({ content }) => content),
  });
  return results;
}
