import { commandOfActions } from '../actions.js';
import { ApiClient } from '../api-client.js';
import { type CommandContext, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { EVIDENCE_HELP, evidenceOf } from '../evidence-option.js';
import { UsageError } from '../failures.js';
import { onlyId } from '../id.js';
import { plainText } from '../plain-text.js';

const HELP = `sightline finding list CLIP
sightline finding add CLIP --stance STANCE --summary TEXT --evidence KIND:REF [options]

Lists the arguments for and against what is claimed of a clip, or adds one.

  --stance STANCE       supports, contradicts or neutral
  --summary TEXT        in one sentence
  --detail TEXT         how it was found
  --claim ID            the claim that it is about
  --check NAME          the kind of check, like geolocation (default: manual)${EVIDENCE_HELP}
  --json                the findings; the finding made`;

interface Finding {
  readonly id: string;
  readonly check: string;
  readonly stance: string;
  readonly summary: string;
}

export const finding = commandOfActions('finding', 'list and add findings', HELP, { list, add });

async function list(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const clipId = onlyId(positionals, 'clip');
  const items = await new ApiClient(await connect(around)).allItems<Finding>(`/clips/${clipId}/findings`);
  if (values.json === true) printJson(terminal, { items, nextCursor: null });
  else for (const each of items) terminal.out(findingLine(each));
  return 0;
}

function findingLine({ id, check, stance, summary }: Finding): string {
  return `${id}  ${stance.padEnd(11)}  ${plainText(check).padEnd(12)}  ${plainText(summary)}`;
}

const ADD = {
  stance: { type: 'string' },
  summary: { type: 'string' },
  detail: { type: 'string' },
  claim: { type: 'string' },
  check: { type: 'string' },
  evidence: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

async function add(args: readonly string[], { terminal, around }: CommandContext): Promise<number> {
  const { values, positionals } = readArguments(args, ADD);
  const clipId = onlyId(positionals, 'clip');
  const { stance, summary, detail, claim, check, evidence = [], json } = values;
  if (stance === undefined || summary === undefined) throw new UsageError('Give a --stance and a --summary.');
  const made = await new ApiClient(await connect(around)).post<Finding>(`/clips/${clipId}/findings`, {
    stance,
    summary,
    evidence: evidence.map(evidenceOf),
    ...(detail === undefined ? {} : { detail }),
    ...(claim === undefined ? {} : { claimId: claim }),
    ...(check === undefined ? {} : { check }),
  });
  if (json === true) printJson(terminal, made);
  else terminal.out(findingLine(made));
  return 0;
}
