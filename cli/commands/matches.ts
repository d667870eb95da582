import { commandOfActions } from '../actions.js';
import { ApiClient } from '../api-client.js';
import { type Command, type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { onlyId } from '../id.js';
import { matchText, type Match } from '../match-text.js';
import { plainText } from '../plain-text.js';

export const matches: Command = {
  name: 'matches',
  summary: 'list the clips that share bytes, pictures or sound with one',
  help: `sightline matches CLIP

Lists the other clips of the archive that share bytes, pictures or sound with this one, the first found first, with the
stretches that agree. A match with a clip of a case that you cannot see is only said to exist.

  --json   {items, nextCursor}, every match`,
  async run(args, { terminal, around }) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const clipId = onlyId(positionals, 'clip');
    const items = await new ApiClient(await connect(around)).allItems<Match>(`/clips/${clipId}/matches`);
    if (values.json === true) printJson(terminal, { items, nextCursor: null });
    else for (const each of items) terminal.out(matchText(each));
    return 0;
  },
};

const DECIDE_HELP = `sightline match decide MATCH --state STATE --rationale TEXT

Says whether two clips that were found to match really do. A rejected match is no argument and joins no cluster.

  --state STATE       confirmed, rejected, or suggested to take a decision back
  --rationale TEXT    why
  --json              the match`;

export const match = commandOfActions('match', 'decide whether a match holds', DECIDE_HELP, { decide });

async function decide(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, {
    state: { type: 'string' },
    rationale: { type: 'string' },
    json: { type: 'boolean' },
  });
  const id = onlyId(positionals, 'match');
  const { state, rationale, json } = values;
  if (state === undefined || rationale === undefined)
    throw new UsageError('Give a --state and a --rationale.');
  const decided = await new ApiClient(await connect(around)).post<Match>(`/matches/${id}/decision`, {
    state,
    rationale,
  });
  if (json === true) printJson(terminal, decided);
  else terminal.out(matchText(decided));
  return 0;
}

interface Member {
  readonly clipId: string;
  readonly title: string | null;
  readonly canonicalUrl: string | null;
  readonly firstKnownAt: string;
  readonly firstKnownBy: string;
}

interface Cluster {
  readonly size: number;
  readonly elsewhere: number;
  readonly isCut: boolean;
  readonly earliestKnown: string | null;
  readonly longest: string | null;
  readonly bestQuality: string | null;
}

export const cluster: Command = {
  name: 'cluster',
  summary: 'list every copy of the footage of a clip',
  help: `sightline cluster CLIP

Lists every clip that is connected with this one by matches that nobody has rejected, the one known earliest first, and
says which copy is the longest and which the best. Copies in cases that you cannot see are counted.

  --json   {clipId, size, elsewhere, isCut, earliestKnown, longest, bestQuality, items, nextCursor}`,
  async run(args, { terminal, around }) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const path = `/clips/${onlyId(positionals, 'clip')}/cluster`;
    const api = new ApiClient(await connect(around));
    const [whole, items] = [await api.get<Cluster>(path), await api.allItems<Member>(path)];
    if (values.json === true) {
      printJson(terminal, { ...whole, items, nextCursor: null });
      return 0;
    }
    for (const member of items) terminal.out(memberLine(member, whole));
    if (whole.elsewhere > 0)
      terminal.out(`${whole.elsewhere} more in cases that you cannot see; ask the lead`);
    if (whole.isCut) terminal.out('There are more; these are the nearest.');
    return 0;
  },
};

function memberLine(member: Member, { earliestKnown, longest, bestQuality }: Cluster): string {
  const marks = Object.entries({ earliest: earliestKnown, longest, best: bestQuality })
    .filter(([, id]) => id === member.clipId)
    .map(([mark]) => mark);
  const since = `${member.firstKnownAt} by ${member.firstKnownBy.replace('_', ' ')}`;
  const what = plainText(member.title ?? member.canonicalUrl ?? 'without a title');
  return `${member.clipId}  ${since.padEnd(38)}  ${what}${marks.length === 0 ? '' : `  (${marks.join(', ')})`}`;
}
