import { ApiClient } from '../api-client.js';
import type { ClipSummary, Page } from '../api-types.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { UsageError } from '../failures.js';
import { CaseFinder } from '../find-case.js';
import { plainText } from '../plain-text.js';

const HELP = `sightline list [options]

Lists clips.

  --case NAME           of one case: its id, title or reference
  --processing STATE    queued, running, complete, partial, failed or cancelled
  --work STATE          unassigned, assigned, in_review, second_review, needs_help or closed
  --verification STATE  unreviewed, in_review, disputed, refuted, verified or inconclusive
  --assignee WHO        a user's id, me or none
  --q WORDS             whose words fit
  --after INSTANT       submitted after (RFC 3339); --before INSTANT likewise
  --limit N             so many at most, 1 to 200 (default 50)
  --all                 every one
  --json                {items, nextCursor}`;

const OPTIONS = {
  case: { type: 'string' },
  processing: { type: 'string' },
  work: { type: 'string' },
  verification: { type: 'string' },
  assignee: { type: 'string' },
  q: { type: 'string' },
  after: { type: 'string' },
  before: { type: 'string' },
  limit: { type: 'string' },
  all: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const list: Command = {
  name: 'list',
  summary: 'list clips',
  help: HELP,
  async run(args, context) {
    const { values, positionals } = readArguments(args, OPTIONS);
    if (positionals.length > 0)
      throw new UsageError(`"list" takes options only, not "${positionals[0] ?? ''}".`);
    const { processing, work, verification, assignee, q, after, before } = values;
    const limit = limitOf(values.limit);
    const api = new ApiClient(await connect(context.around));
    const caseId = await new CaseFinder(api).get(values.case);
    const query = {
      case: caseId,
      processing,
      work,
      verification,
      assignee,
      q,
      submittedAfter: after,
      submittedBefore: before,
    };
    const page: Page<ClipSummary> =
      values.all === true
        ? { items: await api.allItems<ClipSummary>('/clips', query), nextCursor: null }
        : await api.get<Page<ClipSummary>>('/clips', { ...query, limit });
    if (values.json === true) printJson(context.terminal, page);
    else for (const clip of page.items) context.terminal.out(clipLine(clip));
    if (page.nextCursor !== null) context.terminal.note('There are more: --all lists every one.');
    return 0;
  },
};

function limitOf(text: string | undefined): number {
  const limit = Number(text ?? '50');
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new UsageError('--limit is a number from 1 to 200.');
  return limit;
}

export function clipLine({
  id,
  createdAt,
  processing,
  progress,
  verification,
  title,
  canonicalUrl,
}: ClipSummary): string {
  const state = processing === 'running' ? `running ${Math.round(progress * 100)} %` : processing;
  const name = plainText(title ?? canonicalUrl ?? '');
  return `${id}  ${createdAt.slice(0, 16)}Z  ${state.padEnd(12)}  ${verification.padEnd(12)}  ${name}`.trimEnd();
}
