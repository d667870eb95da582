import type { HistoryItem } from './api-types.js';
import { shortened, visibleText } from './plain-text.js';

const WIDTH = 400;

/** One event: when, its place in the log, the sentence, and each change on a line of its own. */
export function historyText({ seq, at, summary, changes = [] }: HistoryItem): string {
  const lines = changes.map(
    ({ field, before, after }) =>
      `    ${visibleText(field)}: ${before === null ? '' : `${valueText(before)} → `}${valueText(after)}`,
  );
  return [`${at.slice(0, 19)}Z  #${seq}  ${visibleText(summary)}`, ...lines].join('\n');
}

function valueText(value: unknown): string {
  if (value === null) return 'nothing';
  return shortened(visibleText(typeof value === 'string' ? `"${value}"` : JSON.stringify(value)), WIDTH);
}
