import { commandOfActions } from '../actions.js';
import { ApiClient } from '../api-client.js';
import type { CaseSummary } from '../api-types.js';
import { type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { plainText } from '../plain-text.js';

const HELP = `sightline case create TITLE [options]
sightline case list

Opens and lists cases. Whoever opens a case is its lead.

  --reference TEXT      your own number of it
  --description TEXT    what it is about
  --sensitivity LEVEL   none, personal or graphic
  --json                the case; list: {items}`;

// "case" is a word of the language.
export const caseCommand = commandOfActions('case', 'open and list cases', HELP, { create, list });

async function create(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, {
    reference: { type: 'string' },
    description: { type: 'string' },
    sensitivity: { type: 'string' },
    json: { type: 'boolean' },
  });
  const [title, ...more] = positionals;
  if (title === undefined || more.length > 0) throw new UsageError('Give the case one title.');
  const { json, ...fields } = values;
  const made = await new ApiClient(await connect(around)).post<CaseSummary>('/cases', { title, ...fields });
  if (json === true) printJson(terminal, made);
  else terminal.out(caseLine(made));
  return 0;
}

async function list(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values } = readArguments(args, { json: { type: 'boolean' } });
  const items = await new ApiClient(await connect(around)).allItems<CaseSummary>('/cases');
  if (values.json === true) printJson(terminal, { items, nextCursor: null });
  else for (const each of items) terminal.out(caseLine(each));
  return 0;
}

function caseLine({ id, title, reference }: CaseSummary): string {
  return `${id}  ${plainText(title)}${reference === null || reference === undefined ? '' : `  (${plainText(reference)})`}`;
}
