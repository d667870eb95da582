import { ApiClient } from '../api-client.js';
import type { TokenSummary } from '../api-types.js';
import { type Command, type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { CaseFinder } from '../find-case.js';
import { onlyId } from '../id.js';
import { plainText } from '../plain-text.js';

const HELP = `sightline token create NAME --scope SCOPE [options]
sightline token list
sightline token revoke ID

Makes, lists and revokes tokens for programs and people. A token is shown once, when it is made.

  --scope SCOPE   full, read, submit or dashboard
  --case NAME     reaches only this case (may be repeated)
  --user ID       for another user (administrators only)
  --expires WHEN  RFC 3339 instant or day
  --json          create: {id, token}; list: {items}; revoke: {id, revoked}`;

const CREATE_OPTIONS = {
  name: { type: 'string' },
  scope: { type: 'string' },
  case: { type: 'string', multiple: true },
  user: { type: 'string' },
  expires: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const token: Command = {
  name: 'token',
  summary: 'make, list and revoke tokens',
  help: HELP,
  run([action, ...args], context) {
    if (action === 'create') return create(args, context);
    if (action === 'list') return listTokens(args, context);
    if (action === 'revoke') return revoke(args, context);
    throw new UsageError('token create, token list or token revoke?');
  },
};

async function create(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, CREATE_OPTIONS);
  const name = values.name ?? positionals[0];
  if (name === undefined || positionals.length > (values.name === undefined ? 1 : 0))
    throw new UsageError('Give the token one name, so that you know later what it is for.');
  if (values.scope === undefined) throw new UsageError('Which --scope: full, read, submit or dashboard?');
  const api = new ApiClient(await connect(around));
  const cases = new CaseFinder(api);
  const caseIds: string[] = [];
  for (const each of values.case ?? []) caseIds.push((await cases.get(each)) ?? each);
  const made = await api.post<{ id: string; token: string }>('/tokens', {
    name,
    scope: values.scope,
    ...(caseIds.length === 0 ? {} : { caseIds }),
    ...(values.user === undefined ? {} : { userId: values.user }),
    ...(values.expires === undefined ? {} : { expiresAt: expiry(values.expires) }),
  });
  if (values.json === true) printJson(terminal, made);
  else {
    terminal.out(made.token);
    terminal.note(`Token ${made.id}. It is not shown again.`);
  }
  return 0;
}

function expiry(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
}

async function listTokens(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values } = readArguments(args, { json: { type: 'boolean' } });
  const api = new ApiClient(await connect(around));
  const items = await api.allItems<TokenSummary>('/tokens');
  if (values.json === true) printJson(terminal, { items, nextCursor: null });
  else for (const each of items) terminal.out(tokenLine(each));
  return 0;
}

function tokenLine({ id, name, scope, expiresAt }: TokenSummary): string {
  return `${id}  ${scope.padEnd(9)}  ${expiresAt === null ? 'does not expire' : `until ${expiresAt}`}  ${plainText(name)}`;
}

async function revoke(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const id = onlyId(positionals, 'token');
  const api = new ApiClient(await connect(around));
  await api.request('DELETE', `/tokens/${id}`);
  if (values.json === true) printJson(terminal, { id, revoked: true });
  else terminal.out(`${id}  revoked`);
  return 0;
}
