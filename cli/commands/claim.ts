import { commandOfActions } from '../actions.js';
import { ApiClient } from '../api-client.js';
import type { Claim } from '../api-types.js';
import { type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { onlyId } from '../id.js';
import { locationClaim } from '../location-claim.js';
import { plainText } from '../plain-text.js';
import { timeClaim } from '../time-claim.js';

const HELP = `sightline claim list CLIP
sightline claim add CLIP --type TYPE --statement TEXT [options]

Lists what is claimed of a clip with its verdicts, or adds a claim.

  --type TYPE        location, time, source or other
  --statement TEXT   word for word; a location may end in coordinates: "Khan al-Sebel@35.76,36.76,3000"
  --place NAME       the bare name in a location, to be looked up in the gazetteer
  --claimed-by TEXT  who claims it
  --language TAG     of the statement (BCP 47), like ar
  --timezone ZONE    of a claimed day
  --json             the claims; the claim made`;

export const claim = commandOfActions('claim', 'list and add claims', HELP, { list, add });

async function list(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const clipId = onlyId(positionals, 'clip');
  const api = new ApiClient(await connect(around));
  const items = await api.allItems<Claim>(`/clips/${clipId}/claims`);
  if (values.json === true) printJson(terminal, { items, nextCursor: null });
  else for (const each of items) terminal.out(claimLine(each));
  return 0;
}

function claimLine({ id, type, verdict, needsAttention, statement }: Claim): string {
  const flag = needsAttention ? ' (needs attention)' : '';
  return `${id}  ${type.padEnd(8)}  ${verdict.padEnd(14)}  ${plainText(statement)}${flag}`;
}

const ADD = {
  type: { type: 'string' },
  statement: { type: 'string' },
  place: { type: 'string' },
  'claimed-by': { type: 'string' },
  language: { type: 'string' },
  timezone: { type: 'string' },
  json: { type: 'boolean' },
} as const;

async function add(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, ADD);
  const clipId = onlyId(positionals, 'clip');
  const { type, statement, language } = values;
  if (type === undefined || statement === undefined) throw new UsageError('Give a --type and a --statement.');
  const api = new ApiClient(await connect(around));
  const made = await api.post<Claim>(`/clips/${clipId}/claims`, {
    type,
    ...claimed(type, statement, values),
    ...(values['claimed-by'] === undefined ? {} : { claimedBy: values['claimed-by'] }),
    ...(language === undefined ? {} : { language }),
  });
  if (values.json === true) printJson(terminal, made);
  else terminal.out(claimLine(made));
  return 0;
}

function claimed(
  type: string,
  text: string,
  { place, timezone }: { readonly place?: string | undefined; readonly timezone?: string | undefined },
): { statement: string; value?: object } {
  if (place !== undefined && type !== 'location')
    throw new UsageError('Only a location has the name of a place.');
  const named = place === undefined ? {} : { place };
  const read =
    type === 'location'
      ? { ...locationClaim(text), ...named }
      : type === 'time'
        ? timeClaim(text, timezone)
        : null;
  if (read === null) return { statement: text };
  const { statement, ...value } = read;
  return Object.keys(value).length === 0 ? { statement } : { statement, value };
}
