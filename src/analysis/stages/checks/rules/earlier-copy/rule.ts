import type { CheckFacts, ClaimFacts, CopyFacts, PostFact } from '../../domain/facts.js';
import {
  caveatOf,
  postsCompared,
  postSpan,
  publicationAgainst,
  publications,
  saidOf,
  startOf,
  type Start,
} from '../../domain/publication.js';
import type { Rule, RuleAnswer, RuleEvidence } from '../../domain/rule.js';
import { percent, quoted, span, utcMinute } from '../../domain/say.js';
import { isWebAddress } from '../post-evidence.js';
import { lengthMs, segmentsText } from '../segments-text.js';

/** Below this, so few samples of a stretch agree that the likeness may be chance. */
const SURE_SCORE = 0.6;
/** A title or a logo that two clips share is as short as this and a small part of the clip. */
const SHORT_MS = 3_000;
const SMALL_SHARE = 0.2;
const MOST_NAMED = 5;

export const earlierCopy: Rule = {
  id: 'earlier-copy',
  version: '1',
  check: (facts) => {
    const copies = facts.copies.filter(({ kind }) => kind !== 'same_sound');
    const claims = facts.claims.flatMap((claim) => {
      const start = startOf(claim);
      return start === null ? [] : [{ claim, start }];
    });
    const answers = claims.map(({ claim, start }) => judge(facts, copies, claim, start));
    return [...answers, ...(claims.length === 0 ? [withoutClaim(facts, copies)] : []), ...elsewhere(facts)];
  },
};

interface Early {
  readonly copy: CopyFacts;
  readonly post: PostFact;
  readonly against: readonly PostFact[];
}

function judge(facts: CheckFacts, copies: readonly CopyFacts[], claim: ClaimFacts, start: Start): RuleAnswer {
  if (copies.length === 0) return noCopies(facts, claim.id);
  const early = copies.flatMap((copy): Early[] => {
    const found = publicationAgainst(copy.posts, start);
    return found.verdict === 'before' ? [{ copy, ...found }] : [];
  });
  const [best, ...more] = early.toSorted(bestFirst);
  if (best === undefined) return noneEarlier(facts, copies, claim);
  const doubt = doubtOf(best.copy);
  const others =
    more.length === 0
      ? ''
      : ` ${more.length === 1 ? '1 further copy' : `${more.length} further copies`} of before that time ${more.length === 1 ? 'is' : 'are'} known.`;
  return {
    outcome: doubt === null ? 'contradicts' : 'neutral',
    claimId: claim.id,
    summary: `${copyWords(best)}, ${span(start.earliest.getTime() - postSpan(best.post).toMs)} before the earliest claimed time (${utcMinute(start.earliest)}). ${doubt ?? 'What was out then cannot show what happened later.'}${caveatOf(best.post)}${others}`,
    compared: {
      claimedEarliest: start.earliest.toISOString(),
      copies: early.toSorted(bestFirst).slice(0, MOST_NAMED).map(comparedCopy),
    },
    evidence: evidenceOf(early.toSorted(bestFirst).map(({ copy }) => copy)),
    ...(doubt === null ? { foundValue: { latest: new Date(postSpan(best.post).toMs).toISOString() } } : {}),
  };
}

/** Sure likenesses first, then what a person confirmed, then the earliest. */
function bestFirst(a: Early, b: Early): number {
  const order = ({ copy }: Early) =>
    (doubtOf(copy) === null ? 0 : 2) + (copy.state === 'confirmed' || copy.kind === 'same_file' ? 0 : 1);
  return order(a) - order(b) || a.post.at.getTime() - b.post.at.getTime();
}

/** Null when the likeness is plain enough to argue with. */
function doubtOf(copy: CopyFacts): string | null {
  if (copy.kind === 'same_file' || copy.state === 'confirmed') return null;
  if (copy.score < SURE_SCORE)
    return `Only ${percent(copy.score)} of the samples agree: that may be chance, and a person has to look.`;
  const commonMs = copy.segments.reduce((sum, segment) => sum + lengthMs(segment), 0);
  return commonMs < SHORT_MS && copy.coverage < SMALL_SHARE
    ? 'So short a stretch may be a title, a logo or stock footage: a person has to look.'
    : null;
}

function copyWords({ copy, post }: Early): string {
  const name = copy.url === null ? 'without a link' : quoted(copy.url, 200);
  const what =
    copy.kind === 'same_file'
      ? `The same file (${name})`
      : `A copy (${name}; ${stateWords(copy)}${copy.mirrored ? ', mirrored' : ''}; ${segmentsText(copy.segments)})`;
  return `${what} was out on ${saidOf(post)}`;
}

function stateWords({ state, score }: CopyFacts): string {
  return state === 'confirmed'
    ? 'confirmed by a person'
    : `suggested by the desk, ${percent(score)} of the samples agree`;
}

function comparedCopy({ copy, post }: Early) {
  return {
    matchId: copy.matchId,
    kind: copy.kind,
    state: copy.state,
    mirrored: copy.mirrored,
    score: copy.score,
    coverage: copy.coverage,
    otherCoverage: copy.otherCoverage,
    post: { source: post.source, at: post.at.toISOString() },
    segments: copy.segments.slice(0, 10).map((segment) => ({ ...segment })),
  };
}

function evidenceOf(copies: readonly CopyFacts[]): RuleEvidence[] {
  return copies
    .slice(0, MOST_NAMED)
    .flatMap(({ matchId, url }): RuleEvidence[] => [
      { kind: 'match', ref: matchId },
      ...(url !== null && isWebAddress(url) ? [{ kind: 'url' as const, ref: url }] : []),
    ]);
}

function noneEarlier(facts: CheckFacts, copies: readonly CopyFacts[], claim: ClaimFacts): RuleAnswer {
  return {
    outcome: 'neutral',
    claimId: claim.id,
    summary: `${copies.length === 1 ? '1 copy is' : `${copies.length} copies are`} known here, and of none is it known that it was out before the claimed time. Earlier ones may exist elsewhere.`,
    compared: {
      claimedEarliest: claim.interval?.earliest?.toISOString() ?? null,
      copies: copies
        .slice(0, MOST_NAMED)
        .map(({ matchId, posts }) => ({ matchId, posts: postsCompared(posts) })),
    },
    evidence: evidenceOf(copies),
  };
}

/** Without a claimed beginning there is nothing to contradict, but the first question of every reviewer is answered. */
function withoutClaim(facts: CheckFacts, copies: readonly CopyFacts[]): RuleAnswer {
  if (copies.length === 0) return noCopies(facts, null);
  const [own] = publications(facts.posts);
  const dated = copies.flatMap((copy): Early[] => {
    const [post] = publications(copy.posts);
    const isEarlier = post !== undefined && (own === undefined || postSpan(post).toMs < postSpan(own).fromMs);
    return isEarlier ? [{ copy, post, against: [] }] : [];
  });
  const [best] = dated.toSorted(bestFirst);
  if (best === undefined)
    return {
      outcome: 'not_applicable',
      claimId: null,
      summary:
        'Nobody claims when this was filmed, and no copy is known to have been out earlier than this post.',
    };
  return {
    outcome: 'neutral',
    claimId: null,
    summary: `${copyWords(best)}${own === undefined ? '' : `, before this post (${saidOf(own)})`}. ${doubtOf(best.copy) ?? 'The footage is at least that old.'}${caveatOf(best.post)}`,
    compared: { copies: dated.toSorted(bestFirst).slice(0, MOST_NAMED).map(comparedCopy) },
    evidence: evidenceOf(dated.toSorted(bestFirst).map(({ copy }) => copy)),
  };
}

function noCopies(facts: CheckFacts, claimId: string | null): RuleAnswer {
  const summary = facts.searched
    ? 'No other copy is known to this desk. That does not make this the first one.'
    : 'The archive could not be searched for copies.';
  return { outcome: 'not_applicable', claimId, summary };
}

/** Where and when would tell readers of one case about another: not even whether it is earlier is said (README). */
function elsewhere(facts: CheckFacts): RuleAnswer[] {
  if (facts.elsewhere.length === 0) return [];
  return [
    {
      outcome: 'neutral',
      claimId: null,
      summary:
        'The same footage exists elsewhere on this desk, in a case that readers of this one may not see. Nothing of it was compared here; ask the lead.',
      compared: {},
      evidence: facts.elsewhere.slice(0, MOST_NAMED).map(({ matchId }) => ({ kind: 'match', ref: matchId })),
    },
  ];
}
