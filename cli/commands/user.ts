import { commandOfActions } from '../actions.js';
import { ApiClient } from '../api-client.js';
import type { User } from '../api-types.js';
import { type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { UserFinder } from '../find-user.js';
import { plainText } from '../plain-text.js';

const HELP = `sightline user add E-MAIL --name NAME [--admin]
sightline user list
sightline user disable E-MAIL|ID
sightline user enable E-MAIL|ID
sightline user invite E-MAIL|ID

Adds, lists, disables and invites people (administrators only). Adding and inviting print a link, shown once, by which
the person chooses a password. Passwords never pass through the command line.

  --name NAME   how the person is called
  --admin       an administrator
  --json        the user; list: {items}`;

export const user = commandOfActions('user', 'add, list, disable and invite people', HELP, {
  add,
  list,
  disable: (args, context) => change(args, { disabled: true }, context),
  enable: (args, context) => change(args, { disabled: false }, context),
  invite,
});

type Invited = User & { readonly setupUrl?: string };

async function add(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, {
    name: { type: 'string' },
    admin: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [email, ...more] = positionals;
  if (email === undefined || more.length > 0) throw new UsageError('Give one e-mail address.');
  if (values.name === undefined) throw new UsageError('Give the person a --name.');
  const made = await new ApiClient(await connect(around)).post<Invited>('/users', {
    email,
    name: values.name,
    ...(values.admin === true ? { admin: true } : {}),
  });
  if (values.json === true) printJson(terminal, made);
  else {
    terminal.out(userLine(made));
    if (made.setupUrl !== undefined) terminal.out(made.setupUrl);
  }
  return 0;
}

async function list(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values } = readArguments(args, { json: { type: 'boolean' } });
  const items = await new ApiClient(await connect(around)).allItems<User>('/users');
  if (values.json === true) printJson(terminal, { items, nextCursor: null });
  else for (const each of items) terminal.out(userLine(each));
  return 0;
}

function userLine({ id, email, name, admin, disabled }: User): string {
  const marks = [admin ? 'administrator' : '', disabled ? 'disabled' : ''].filter((mark) => mark !== '');
  return `${id}  ${plainText(email ?? '')}  ${plainText(name)}  ${marks.join(', ')}`.trimEnd();
}

async function change(
  args: readonly string[],
  patch: { disabled: boolean },
  { terminal, around }: CommandContext,
): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const api = new ApiClient(await connect(around));
  const id = await new UserFinder(api).only(positionals);
  const { body } = await api.request<User>('PATCH', `/users/${id}`, { json: patch });
  if (values.json === true) printJson(terminal, body);
  else if (body !== undefined) terminal.out(userLine(body));
  return 0;
}

async function invite(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const api = new ApiClient(await connect(around));
  const id = await new UserFinder(api).only(positionals);
  const made = await api.post<{ setupUrl: string }>(`/users/${id}/setup-link`, {});
  if (values.json === true) printJson(terminal, made);
  else terminal.out(made.setupUrl);
  return 0;
}
