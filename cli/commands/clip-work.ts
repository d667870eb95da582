import { ApiClient } from '../api-client.js';
import { type Command, type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { UserFinder } from '../find-user.js';
import { onlyId } from '../id.js';

interface Changed {
  readonly id: string;
  readonly work: string;
  readonly verification: string;
}

async function patch(
  api: ApiClient,
  clipId: string,
  change: object,
  json: boolean,
  { terminal }: CommandContext,
): Promise<number> {
  const { body } = await api.request<Changed>('PATCH', `/clips/${clipId}`, { json: change });
  if (json) printJson(terminal, body);
  else if (body !== undefined) terminal.out(`${body.id}  ${body.work}  ${body.verification}`);
  return 0;
}

export const assign: Command = {
  name: 'assign',
  summary: 'say who works on a clip',
  help: `sightline assign CLIP E-MAIL|ID|me|none

Gives a clip to somebody (leads), takes it yourself ("me"), or puts it back ("none").

  --json   the clip`,
  async run(args, context) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const [clip = '', ...person] = positionals;
    const clipId = onlyId([clip], 'clip');
    const api = new ApiClient(await connect(context.around));
    return patch(api, clipId, { assigneeId: await assignee(api, person) }, values.json === true, context);
  },
};

async function assignee(api: ApiClient, words: readonly string[]): Promise<string | null> {
  if (words.length === 1 && words[0] === 'none') return null;
  if (words.length === 1 && words[0] === 'me') return (await api.get<{ userId: string }>('/me')).userId;
  return new UserFinder(api).only(words);
}

/** The API's own words are taken, too. */
const STATES: Readonly<Record<string, string>> = {
  close: 'closed',
  closed: 'closed',
  help: 'needs_help',
  needs_help: 'needs_help',
  resume: 'in_review',
  reopen: 'in_review',
};

export const work: Command = {
  name: 'work',
  summary: 'close or reopen a clip, or ask for help with it',
  help: `sightline work CLIP close|reopen|help|resume [--reason TEXT]

Closes a clip (every claim must be concluded), reopens it, asks for help, or goes on after that.

  --reason TEXT   why; needed for reopening
  --json          the clip`,
  async run(args, context) {
    const { values, positionals } = readArguments(args, {
      reason: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [clip = '', action = '', ...more] = positionals;
    const clipId = onlyId([clip], 'clip');
    const state = Object.hasOwn(STATES, action) ? STATES[action] : undefined;
    if (state === undefined || more.length > 0)
      throw new UsageError('work CLIP close, reopen, help or resume?');
    if (action === 'reopen' && values.reason === undefined)
      throw new UsageError('Reopening needs a --reason.');
    const change = { work: state, ...(values.reason === undefined ? {} : { reason: values.reason }) };
    return patch(new ApiClient(await connect(context.around)), clipId, change, values.json === true, context);
  },
};

export const comment: Command = {
  name: 'comment',
  summary: 'comment on a clip',
  help: `sightline comment CLIP TEXT [--claim ID] [--mention E-MAIL|ID]

  --claim ID            about this claim: hidden from whoever has not judged it yet, where the case is blind
  --mention E-MAIL|ID   draws somebody's attention (may be repeated)
  --json                the comment`,
  async run(args, { terminal, around }) {
    const { values, positionals } = readArguments(args, {
      claim: { type: 'string' },
      mention: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    });
    const [clip = '', text, ...more] = positionals;
    const clipId = onlyId([clip], 'clip');
    if (text === undefined || more.length > 0) throw new UsageError('Give the comment as one text.');
    const api = new ApiClient(await connect(around));
    const people = new UserFinder(api);
    const mentions: string[] = [];
    for (const each of values.mention ?? []) mentions.push(await people.get(each));
    const made = await api.post<{ id: string }>(`/clips/${clipId}/comments`, {
      text,
      mentions,
      ...(values.claim === undefined ? {} : { claimId: values.claim }),
    });
    if (values.json === true) printJson(terminal, made);
    else terminal.out(made.id);
    return 0;
  },
};
