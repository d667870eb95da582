import { foldAccount, type AccountName } from '../../../../../shared/fold-account.js';
import type { CheckFacts, ClaimFacts } from '../../domain/facts.js';
import type { Rule, RuleAnswer } from '../../domain/rule.js';
import { quoted } from '../../domain/say.js';
import { postEvidence } from '../post-evidence.js';
import { claimedAccount } from './claimed-account.js';

interface Poster extends AccountName {
  readonly from: 'link' | 'platform';
}

export const accountHandle: Rule = {
  id: 'account-handle',
  version: '1',
  check: (facts) => {
    const sources = facts.claims.filter(({ type }) => type === 'source');
    if (sources.length === 0) return [nothing(null, 'Nobody claims a source.')];
    const posters = postersOf(facts);
    if (posters.length === 0)
      return [nothing(null, 'Neither the link nor the platform names the account that posted the clip.')];
    return sources.map((claim) => judge(facts, posters, claim));
  },
};

/** By the link, which nobody can change without leading elsewhere, and by what the platform answered. */
function postersOf({ clip }: CheckFacts): Poster[] {
  const platform = clip.platform === 'web' ? null : clip.platform;
  const named = [
    { handle: clip.accountHandle, from: 'link' as const },
    { handle: clip.uploader?.id ?? null, from: 'platform' as const },
    { handle: clip.uploader?.name ?? null, from: 'platform' as const },
  ];
  return named.flatMap(({ handle, from }) => {
    const account = handle === null ? undefined : foldAccount(platform, handle);
    return account === undefined ? [] : [{ ...account, from }];
  });
}

function judge(facts: CheckFacts, posters: readonly Poster[], claim: ClaimFacts): RuleAnswer {
  const claimed = claimedAccount(claim);
  if (claimed === undefined) return nothing(claim.id, 'The claimed source names no account.');
  const same = posters.find(({ key }) => key === claimed.key);
  const [poster] = posters;
  const shown = same ?? poster;
  if (shown === undefined) return nothing(claim.id, 'The account that posted the clip is not known.');
  const common = {
    claimId: claim.id,
    compared: {
      claimedHandle: claimed.handle,
      claimedPlatform: claimed.platform,
      postedBy: posters.map(({ handle, platform, from }) => ({ handle, platform, from })),
    },
    evidence: postEvidence(facts),
  };
  const names = `${shown.from === 'link' ? 'The link names' : 'The platform names'} ${quoted(shown.handle)}`;
  const platforms = platformsOf(claimed, shown);
  if (same !== undefined) {
    return {
      ...common,
      outcome: platforms === 'different' ? 'neutral' : 'supports',
      summary:
        platforms === 'different'
          ? `${names} on ${quoted(shown.platform, 40)}; the claimed account of that name is on ${quoted(claimed.platform, 40)}. Anybody can take a name on another platform.`
          : `${names}, the claimed account. That shows who posted it, not who filmed it.`,
    };
  }
  // A display name is no handle: that it differs says nothing.
  const handlesDiffer = platforms === 'same' && shown.from === 'link';
  return {
    ...common,
    outcome: handlesDiffer ? 'contradicts' : 'neutral',
    summary: `${names}, not the claimed ${quoted(claimed.handle)}${handlesDiffer ? ` of the same platform` : ''}. The post may pass on what the claimed account made, and accounts change their names: then look for its own post.`,
  };
}

function platformsOf(claimed: AccountName, poster: AccountName): 'same' | 'different' | 'unknown' {
  if (claimed.platform === 'unknown' || poster.platform === 'unknown') return 'unknown';
  return claimed.platform === poster.platform ? 'same' : 'different';
}

function nothing(claimId: string | null, summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId, summary };
}
