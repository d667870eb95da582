import { ApiClient } from '../api-client.js';
import type { HistoryItem } from '../api-types.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { historyText } from '../history-text.js';
import { onlyId } from '../id.js';

const HELP = `sightline history CLIP [--json]

Tells what was done to a clip, by whom and when, oldest first: one sentence for each event of its custody log, with what
changed before and after. Characters that hide or reverse text are shown by their number.

  --json   {items, nextCursor}, every event`;

export const history: Command = {
  name: 'history',
  summary: 'tell what was done to a clip, and by whom',
  help: HELP,
  async run(args, { terminal, around }) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const id = onlyId(positionals, 'clip');
    const api = new ApiClient(await connect(around));
    const path = `/clips/${id}/history`;
    if (values.json === true) {
      printJson(terminal, { items: await api.allItems<HistoryItem>(path), nextCursor: null });
      return 0;
    }
    for await (const item of api.items<HistoryItem>(path)) terminal.out(historyText(item));
    return 0;
  },
};
