import { commandOfActions } from '../actions.js';
import { ApiClient } from '../api-client.js';
import { type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { CaseFinder } from '../find-case.js';
import { UserFinder } from '../find-user.js';
import { plainText } from '../plain-text.js';

const HELP = `sightline member add CASE E-MAIL|ID --role ROLE
sightline member list CASE
sightline member remove CASE E-MAIL|ID

Says who works on a case (its leads only). CASE is an id, a title or a reference.

  --role ROLE   submitter, reviewer or lead
  --json        the member; list: {items}`;

interface Member {
  readonly userId: string;
  readonly name: string;
  readonly role: string;
}

export const member = commandOfActions('member', 'say who works on a case', HELP, { add, list, remove });

const JSON_ONLY = { json: { type: 'boolean' } } as const;

async function caseOf(api: ApiClient, name: string | undefined): Promise<string> {
  const id = await new CaseFinder(api).get(name);
  if (id === undefined) throw new UsageError('Name a case.');
  return id;
}

async function add(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, { role: { type: 'string' }, ...JSON_ONLY });
  const [caseName, ...person] = positionals;
  if (values.role === undefined) throw new UsageError('Which --role: submitter, reviewer or lead?');
  const api = new ApiClient(await connect(around));
  const caseId = await caseOf(api, caseName);
  const userId = await new UserFinder(api).only(person);
  const made = await api.post<Member>(`/cases/${caseId}/members`, { userId, role: values.role });
  if (values.json === true) printJson(terminal, made);
  else terminal.out(memberLine(made));
  return 0;
}

async function list(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, JSON_ONLY);
  const api = new ApiClient(await connect(around));
  const items = await api.allItems<Member>(`/cases/${await caseOf(api, positionals[0])}/members`);
  if (values.json === true) printJson(terminal, { items, nextCursor: null });
  else for (const each of items) terminal.out(memberLine(each));
  return 0;
}

function memberLine({ userId, name, role }: Member): string {
  return `${userId}  ${role.padEnd(9)}  ${plainText(name)}`;
}

async function remove(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, JSON_ONLY);
  const [caseName, ...person] = positionals;
  const api = new ApiClient(await connect(around));
  const caseId = await caseOf(api, caseName);
  const userId = await new UserFinder(api).only(person);
  await api.request('DELETE', `/cases/${caseId}/members/${userId}`);
  if (values.json === true) printJson(terminal, { userId, removed: true });
  else terminal.out(`${userId}  removed`);
  return 0;
}
