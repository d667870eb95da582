import type { ClipStatus, PartStatus } from './api-types.js';
import { plainText } from './plain-text.js';

function partLine({ part, state, progress, error, warnings = [] }: PartStatus): string[] {
  const share = state === 'running' && progress !== undefined ? ` ${Math.round(progress * 100)} %` : '';
  const fault = error === null || error === undefined ? '' : `: ${plainText(error.message)} (${error.code})`;
  const notes = warnings.map((warning) => `${' '.repeat(16)}note: ${plainText(warning)}`);
  return [`  ${part.padEnd(13)} ${state}${share}${fault}`, ...notes];
}

/** A clip's status for people: one line for the whole, one for each part, one for each claim. */
export function statusText(status: ClipStatus): string {
  const { processing, work, verification, claims } = status;
  return [
    `${status.id}  ${processing.state} ${Math.round(processing.progress * 100)} %, ${work}, ${verification}`,
    ...processing.parts.flatMap(partLine),
    ...claims.map(
      ({ type, verdict, needsAttention }) =>
        `  claim ${type}: ${verdict}${needsAttention ? ', needs attention' : ''}`,
    ),
  ].join('\n');
}

/** Why a clip that has ended is not complete; null when it is. */
export function shortfall({ id, processing }: Pick<ClipStatus, 'id' | 'processing'>): string | null {
  if (processing.state === 'complete') return null;
  const faults = processing.parts
    .filter(({ error }) => error !== null && error !== undefined)
    .map(({ part, error }) => `${part}: ${plainText(error?.message ?? '')} (${error?.code ?? ''})`);
  const why =
    faults.length > 0 ? faults.join('; ') : plainText(processing.error?.message ?? 'no reason is recorded');
  return processing.state === 'cancelled' ? `${id} was cancelled` : `${id} is ${processing.state}: ${why}`;
}
