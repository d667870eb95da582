import type { MetadataOutput } from '../../../metadata/metadata.contract.js';
import type { CheckFacts } from '../../domain/facts.js';
import { startOf } from '../../domain/publication.js';
import type { Rule, RuleAnswer, RuleArgument } from '../../domain/rule.js';
import { quoted, some, span, utcMinute } from '../../domain/say.js';

type Credentials = MetadataOutput['contentCredentials'];

const EVIDENCE: RuleArgument['evidence'] = [{ kind: 'metadata', ref: 'contentCredentials.state' }];

export const contentCredentials: Rule = {
  id: 'content-credentials',
  version: '1',
  check: (facts) => {
    const credentials = facts.metadata?.contentCredentials;
    switch (credentials?.state) {
      case undefined:
        return [nothing('What the file says of itself could not be read.')];
      case 'absent':
        return [
          nothing('The file has no content credentials. Nearly no file has, and platforms remove them.'),
        ];
      case 'not_checked':
        return [nothing('Content credentials were not looked for in this kind of file, or could not be.')];
      case 'invalid':
        return [invalid(credentials)];
      case 'valid':
        return [valid(credentials), ...signedBefore(facts, credentials)];
    }
  },
};

function invalid(credentials: Credentials): RuleAnswer {
  const reason = credentials.reason === undefined ? '' : ` (${quoted(credentials.reason, 200)})`;
  return {
    outcome: 'neutral',
    claimId: null,
    summary: `The file has content credentials that do not fit its bytes or cannot be read${reason}: it was changed after signing, or damaged. Saving it with a program that does not know them is enough for that.`,
    compared: comparedOf(credentials),
    evidence: EVIDENCE,
  };
}

function valid(credentials: Credentials): RuleAnswer {
  const { issuer, claimGenerator, isSignerTrusted, digitalSourceTypes = [] } = credentials;
  const by = issuer === undefined ? 'somebody unnamed' : quoted(issuer, 100);
  const made = claimGenerator === undefined ? '' : `, made with ${quoted(claimGenerator, 100)}`;
  const types =
    digitalSourceTypes.length === 0
      ? ''
      : ` The signer states the kind of source as ${some(
          digitalSourceTypes.map((type) => quoted(type.replace(/^.*\//, ''), 60)),
          3,
        )}.${digitalSourceTypes.some(isGenerated) ? ' That means pictures that are made by a program, wholly or in part.' : ''}`;
  return {
    outcome: 'neutral',
    claimId: null,
    summary: `The content credentials fit the bytes and are signed by ${by}${made}.${types} ${
      isSignerTrusted === true
        ? 'The signer is on the trust list of this desk.'
        : 'The signer is on no trust list here: anyone can make such a signature.'
    }`,
    compared: comparedOf(credentials),
    evidence: EVIDENCE,
  };
}

/** IPTC digital source types for what no camera has seen, wholly or in part (cv.iptc.org/newscodes/digitalsourcetype). */
const GENERATED = new Set([
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'algorithmicMedia',
  'compositeSynthetic',
]);

function isGenerated(type: string): boolean {
  return GENERATED.has(type.replace(/^.*\//, ''));
}

/** A signature with a time-stamp shows that the bytes existed. */
function signedBefore(facts: CheckFacts, credentials: Credentials): RuleAnswer[] {
  const signedAt = new Date(credentials.signedAt ?? Number.NaN);
  if (Number.isNaN(signedAt.getTime())) return [];
  return facts.claims.flatMap((claim): RuleAnswer[] => {
    const start = startOf(claim);
    if (start === null || signedAt.getTime() >= start.surelyBeforeMs) return [];
    return [
      {
        outcome: 'contradicts',
        claimId: claim.id,
        summary: `The content credentials were signed on ${utcMinute(signedAt)}, ${span(start.earliest.getTime() - signedAt.getTime())} before the earliest claimed time (${utcMinute(start.earliest)}), and they fit the bytes. ${
          credentials.isSignerTrusted === true
            ? 'The signer is on the trust list of this desk.'
            : 'The signer is on no trust list here, so that time is worth as much as who signed it.'
        }`,
        compared: {
          ...comparedOf(credentials),
          signedAt: signedAt.toISOString(),
          claimedEarliest: start.earliest.toISOString(),
        },
        evidence: [{ kind: 'metadata', ref: 'contentCredentials.signedAt' }],
        foundValue: { latest: signedAt.toISOString() },
      },
    ];
  });
}

function comparedOf({
  state,
  issuer,
  claimGenerator,
  isSignerTrusted,
  signedAt,
  digitalSourceTypes,
}: Credentials) {
  return {
    state,
    issuer: issuer ?? null,
    claimGenerator: claimGenerator ?? null,
    isSignerTrusted: isSignerTrusted ?? null,
    signedAt: signedAt ?? null,
    digitalSourceTypes: digitalSourceTypes?.slice(0, 10) ?? [],
  };
}

function nothing(summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId: null, summary };
}
