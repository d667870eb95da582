import { ApiClient } from '../api-client.js';
import type { ClipSummary, Page } from '../api-types.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { CaseFinder } from '../find-case.js';
import { plainText } from '../plain-text.js';

type Waiting = ClipSummary & { readonly priority: string; readonly why: readonly string[] };

export const inbox: Command = {
  name: 'inbox',
  summary: 'list what waits for people',
  help: `sightline inbox [--case NAME] [--limit N]

Lists the clips that wait for people: your own first, then by priority and age. Each line says why it waits.

  --case NAME   of one case: its id, title or reference
  --limit N     so many at most, 1 to 200 (default 50)
  --json        {items, nextCursor}`,
  async run(args, { terminal, around }) {
    const { values } = readArguments(args, {
      case: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean' },
    });
    const api = new ApiClient(await connect(around));
    const page = await api.get<Page<Waiting>>('/inbox', {
      case: await new CaseFinder(api).get(values.case),
      limit: values.limit,
    });
    if (values.json === true) printJson(terminal, page);
    else for (const each of page.items) terminal.out(waitingLine(each));
    return 0;
  },
};

function waitingLine({ id, createdAt, priority, why, title, canonicalUrl }: Waiting): string {
  const name = plainText(title ?? canonicalUrl ?? '');
  return `${id}  ${createdAt.slice(0, 16)}Z  ${priority.padEnd(6)}  ${why.join(', ')}  ${name}`.trimEnd();
}
