import { ApiClient } from '../api-client.js';
import type { ClipStatus } from '../api-types.js';
import { type Command, type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { waitForEnd } from '../follow-status.js';
import { onlyId } from '../id.js';
import { clipProgressLine } from '../progress-line.js';
import { shortfall, statusText } from '../status-text.js';

const HELP = `sightline status ID [--watch] [--json]

Shows how far a clip is and what its claims are judged.

  --watch   follows it until processing has ended; exit code 0 only when it is complete
  --json    the status object; with --watch, the last one`;

export const status: Command = {
  name: 'status',
  summary: 'show how far a clip is',
  help: HELP,
  async run(args, context) {
    const { values, positionals } = readArguments(args, {
      watch: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const id = onlyId(positionals, 'clip');
    const api = new ApiClient(await connect(context.around));
    const found = await api.get<ClipStatus>(`/clips/${id}/status`);
    if (values.watch !== true) return show(found, values.json === true, context);
    const last = await waitForEnd(api, id, (change) =>
      context.terminal.progress((columns) => clipProgressLine(change, columns)),
    );
    context.terminal.endProgress();
    show(last, values.json === true, context);
    const fault = shortfall(last);
    if (fault !== null) context.terminal.note(`sightline: ${fault}`);
    return fault === null ? 0 : 1;
  },
};

function show(found: ClipStatus, json: boolean, { terminal }: CommandContext): number {
  if (json) printJson(terminal, found);
  else terminal.out(statusText(found));
  return 0;
}
