import { ApiClient } from '../api-client.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { onlyId } from '../id.js';
import { plainText } from '../plain-text.js';

const HELP = `sightline checks CLIP [--all] [--json]

Shows what the automatic rules say for and against what is claimed of a clip. They argue; verdicts are given by people.

  --all    also rules that had nothing to compare, with the reason
  --json   {items, nextCursor}, every outcome with the values compared`;

interface CheckOutcome {
  readonly rule: string;
  readonly outcome: string;
  readonly summary: string;
}

export const checks: Command = {
  name: 'checks',
  summary: 'show what the automatic rules say',
  help: HELP,
  async run(args, { terminal, around }) {
    const { values, positionals } = readArguments(args, {
      all: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const id = onlyId(positionals, 'clip');
    const items = await new ApiClient(await connect(around)).allItems<CheckOutcome>(`/clips/${id}/checks`);
    if (values.json === true) printJson(terminal, { items, nextCursor: null });
    else for (const line of checkLines(items, values.all === true)) terminal.out(line);
    return 0;
  },
};

function checkLines(items: readonly CheckOutcome[], all: boolean): string[] {
  if (items.length === 0) return ['The rules have not looked at this clip yet.'];
  const shown = items.filter(({ outcome }) => all || outcome !== 'not_applicable');
  const silent = items.length - shown.length;
  return [
    ...shown.map(
      ({ rule, outcome, summary }) =>
        `${outcome.replace('_', ' ').padEnd(14)}  ${plainText(rule).padEnd(20)}  ${plainText(summary)}`,
    ),
    ...(silent === 0 ? [] : [`${silent} more had nothing to compare (--all shows why).`]),
  ];
}
