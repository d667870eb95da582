import type { ClipStatus, PartStatus, ProcessingState } from './api-types.js';
import { shortened } from './plain-text.js';

const BAR_WIDTH = 20;
const ENDED: ReadonlySet<ProcessingState> = new Set(['complete', 'partial', 'failed', 'cancelled']);

export function hasEnded(status: Pick<ClipStatus, 'processing'>): boolean {
  return ENDED.has(status.processing.state);
}

function percent(progress: number): string {
  return `${Math.round(Math.min(1, Math.max(0, progress)) * 100)} %`;
}

function bar(progress: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, progress)) * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
}

function activity({ part, state, progress }: PartStatus): string | null {
  if (state === 'running') return progress === undefined ? part : `${part} ${percent(progress)}`;
  return state === 'failed' ? `${part} failed` : null;
}

/** One line for one clip in work, no longer than the terminal is wide. */
export function clipProgressLine({ processing }: ClipStatus, columns: number): string {
  const active = processing.parts.map(activity).filter((text) => text !== null);
  const what = active.length === 0 ? processing.state : active.join(', ');
  return shortened(
    `${bar(processing.progress)} ${percent(processing.progress).padStart(5)}  ${what}`,
    columns - 1,
  );
}

/** One line for several clips, of which some have ended. */
export function manyProgressLine(states: readonly ProcessingState[], total: number, columns: number): string {
  const ended = states.filter((state) => ENDED.has(state));
  const unhappy = ended.filter((state) => state !== 'complete').length;
  const line = `${bar(total === 0 ? 1 : ended.length / total)} ${ended.length} of ${total} clips done`;
  return shortened(unhappy === 0 ? line : `${line}, ${unhappy} not complete`, columns - 1);
}

/** One line for a file on its way. */
export function uploadLine(
  file: { name: string; sizeBytes: number },
  sentBytes: number,
  columns: number,
): string {
  const share = file.sizeBytes === 0 ? 1 : sentBytes / file.sizeBytes;
  const what = `sending ${file.name}, ${Math.ceil(file.sizeBytes / 1_000_000)} MB`;
  return shortened(`${bar(share)} ${percent(share).padStart(5)}  ${what}`, columns - 1);
}
