import type { ApiClient } from './api-client.js';
import type { Clip } from './api-types.js';
import { type CommandContext, printJson } from './command.js';
import { askPatiently, waitForEnd } from './follow-status.js';
import { clipProgressLine } from './progress-line.js';
import { shortfall, statusText } from './status-text.js';

export interface ReportOptions {
  readonly wait: boolean;
  readonly json: boolean;
}

/** Says what became of one submitted clip, after its end when asked to wait. Resolves with the exit code. */
export async function reportClip(
  api: ApiClient,
  clip: Clip,
  { wait, json }: ReportOptions,
  { terminal }: CommandContext,
): Promise<number> {
  const known = clip.duplicateOf !== undefined;
  if (!json)
    terminal.out(`${clip.id}  ${known ? 'already known in this case; your claims were added' : 'submitted'}`);
  if (!wait) {
    if (json) printJson(terminal, clip);
    return 0;
  }
  const status = await waitForEnd(api, clip.id, (change) =>
    terminal.progress((columns) => clipProgressLine(change, columns)),
  );
  terminal.endProgress();
  if (json) {
    const ended = await askPatiently(() => api.get<Clip>(`/clips/${clip.id}`));
    printJson(terminal, known ? { ...ended, duplicateOf: clip.id } : ended);
  } else terminal.out(statusText(status));
  const fault = shortfall(status);
  if (fault !== null) terminal.note(`sightline: ${fault}`);
  return fault === null ? 0 : 1;
}
