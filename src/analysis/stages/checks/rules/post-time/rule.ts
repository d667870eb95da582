import type { CheckFacts, ClaimFacts, PostFact } from '../../domain/facts.js';
import {
  caveatOf,
  postsCompared,
  postSpan,
  publicationAgainst,
  publications,
  saidOf,
  startOf,
} from '../../domain/publication.js';
import type { Rule, RuleAnswer } from '../../domain/rule.js';
import { span, utcMinute } from '../../domain/say.js';
import { postEvidence } from '../post-evidence.js';

export const postTime: Rule = {
  id: 'post-time',
  version: '1',
  check: (facts) => {
    const claims = facts.claims.filter(({ interval }) => interval !== null);
    if (claims.length === 0) return [nothing(null, 'Nobody claims a time with a beginning or an end.')];
    return claims.map((claim) => judge(facts, claim));
  },
};

function judge(facts: CheckFacts, claim: ClaimFacts): RuleAnswer {
  const start = startOf(claim);
  const compared = {
    claimedEarliest: claim.interval?.earliest?.toISOString() ?? null,
    claimedLatest: claim.interval?.latest?.toISOString() ?? null,
    posts: postsCompared(facts.posts),
  };
  const common = { claimId: claim.id, compared, evidence: postEvidence(facts) };
  const found = start === null ? { verdict: 'not_before' as const } : publicationAgainst(facts.posts, start);
  if (found.verdict === 'before' && start !== null) {
    return {
      ...common,
      outcome: 'contradicts',
      summary: `${beforeWords(found.post, start.earliest)} A clip cannot show what happened after it was out, so the claimed time or that time is wrong.${caveatOf(found.post)}${againstWords(found.against)}`,
      foundValue: { latest: new Date(postSpan(found.post).toMs).toISOString() },
    };
  }
  if (found.verdict === 'disputed') {
    return {
      ...common,
      outcome: 'neutral',
      summary: `The times of this post disagree: it was out on ${saidOf(found.weaker)}, which is before the claimed time, but on ${saidOf(found.post)}, which is not and is harder to set.`,
    };
  }
  return notBefore(facts, claim, common);
}

function notBefore(
  facts: CheckFacts,
  claim: ClaimFacts,
  common: Pick<Exclude<RuleAnswer, { outcome: 'not_applicable' }>, 'claimId' | 'compared' | 'evidence'>,
): RuleAnswer {
  const [post] = publications(facts.posts);
  if (post === undefined)
    return nothing(
      claim.id,
      'No time of publication is known: neither the link, nor the platform, nor the submitter gives one.',
    );
  const interval = claim.interval;
  const latest = interval?.latest ?? null;
  const isProvenBy =
    latest !== null && interval?.earliest === null && postSpan(post).toMs <= latest.getTime();
  if (isProvenBy && post.source !== 'submitter') {
    return {
      ...common,
      outcome: 'supports',
      summary: `The post was out on ${saidOf(post)}, before the end of the claimed time (${utcMinute(latest)}), so what it shows is not younger.${caveatOf(post)}`,
    };
  }
  return {
    ...common,
    outcome: 'neutral',
    summary: `The post was out on ${saidOf(post)}, not before the claimed time. That fits the claim and does not show when the clip was filmed: old footage is posted anew.`,
  };
}

function beforeWords(post: PostFact, earliest: Date): string {
  const early = span(earliest.getTime() - postSpan(post).toMs);
  const what = post.source === 'desk' ? 'This desk held the clip' : 'The post was out';
  const when = post.source === 'desk' ? `on ${utcMinute(post.at)}` : `on ${saidOf(post)}`;
  return `${what} ${when}, ${early} before the earliest claimed time (${utcMinute(earliest)}).`;
}

function againstWords(against: readonly PostFact[]): string {
  const [first] = against;
  return first === undefined ? '' : ` Against that stands ${saidOf(first)}, which is easier to set.`;
}

function nothing(claimId: string | null, summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId, summary };
}
