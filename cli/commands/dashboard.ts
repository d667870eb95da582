import { ApiClient } from '../api-client.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { CaseFinder } from '../find-case.js';

type Counts = Readonly<Record<string, number>>;

interface Dashboard {
  readonly counts: {
    readonly total: number;
    readonly processing: Counts;
    readonly work: Counts;
    readonly verification: Counts;
  };
  readonly failures: readonly { readonly code: string; readonly count: number }[];
  readonly needsAttention: number;
}

export const dashboard: Command = {
  name: 'dashboard',
  summary: 'show counts',
  help: `sightline dashboard [--case NAME]

Shows how many clips are where.

  --case NAME   of one case: its id, title or reference
  --json        the whole answer, with what waits longest and the last days`,
  async run(args, { terminal, around }) {
    const { values } = readArguments(args, { case: { type: 'string' }, json: { type: 'boolean' } });
    const api = new ApiClient(await connect(around));
    const found = await api.get<Dashboard>('/dashboard', {
      case: await new CaseFinder(api).get(values.case),
    });
    if (values.json === true) printJson(terminal, found);
    else for (const line of linesOf(found)) terminal.out(line);
    return 0;
  },
};

function linesOf({ counts, failures, needsAttention }: Dashboard): string[] {
  return [
    `clips          ${counts.total}, ${needsAttention} need attention`,
    `processing     ${some(counts.processing)}`,
    `work           ${some(counts.work)}`,
    `verification   ${some(counts.verification)}`,
    ...failures.map(({ code, count }) => `failed         ${count} ${code}`),
  ];
}

function some(counts: Counts): string {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  return found.length === 0 ? 'none' : found.map(([state, count]) => `${count} ${state}`).join(', ');
}
