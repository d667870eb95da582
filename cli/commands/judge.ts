import { ApiClient } from '../api-client.js';
import { type Command, printJson, readArguments } from '../command.js';
import { connect } from '../connection.js';
import { EVIDENCE_HELP, evidenceOf } from '../evidence-option.js';
import { UsageError } from '../failures.js';
import { onlyId } from '../id.js';

const OPTIONS = {
  verdict: { type: 'string' },
  rationale: { type: 'string' },
  credibility: { type: 'string' },
  evidence: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

const OPTIONS_HELP = `
  --verdict VERDICT     confirmed, refuted, inconclusive or undeterminable
  --rationale TEXT      why
  --credibility DIGIT   Admiralty code, 1 (confirmed by other sources) to 6 (cannot be judged, the default)${EVIDENCE_HELP}
  --json                what the desk recorded`;

interface Judged {
  readonly id: string;
  readonly verdict: string;
}

function judgeCommand(
  name: string,
  summary: string,
  about: string,
  path: (claimId: string) => string,
): Command {
  return {
    name,
    summary,
    help: `sightline ${name} CLAIM --verdict VERDICT --rationale TEXT --evidence KIND:REF [options]\n\n${about}\n${OPTIONS_HELP}`,
    async run(args, { terminal, around }) {
      const { values, positionals } = readArguments(args, OPTIONS);
      const claimId = onlyId(positionals, 'claim');
      const { verdict, rationale, credibility, evidence = [] } = values;
      if (verdict === undefined || rationale === undefined)
        throw new UsageError('Give a --verdict and a --rationale.');
      const api = new ApiClient(await connect(around));
      const made = await api.post<Judged>(path(claimId), {
        verdict,
        rationale,
        evidence: evidence.map(evidenceOf),
        ...(credibility === undefined ? {} : { credibility: Number(credibility) }),
      });
      if (values.json === true) printJson(terminal, made);
      else terminal.out(`${made.id}  ${made.verdict}`);
      return 0;
    },
  };
}

export const assess = judgeCommand(
  'assess',
  'assess a claim',
  'Records what you make of a claim. A newer assessment of yours supersedes the older one, which stays on record.',
  (claimId) => `/claims/${claimId}/assessments`,
);

export const rule = judgeCommand(
  'rule',
  'rule on a contested claim (leads)',
  'Decides a claim on which assessments differ. Not for whoever handed the clip in or assessed the claim.',
  (claimId) => `/claims/${claimId}/ruling`,
);
