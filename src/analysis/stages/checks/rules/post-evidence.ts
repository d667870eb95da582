import type { CheckFacts } from '../domain/facts.js';
import type { RuleEvidence } from '../domain/rule.js';

/** What a judgement of the post itself rests on: its link, or that there is none. */
export function postEvidence(facts: CheckFacts): RuleEvidence[] {
  const { canonicalUrl } = facts.clip;
  return canonicalUrl !== null && isWebAddress(canonicalUrl)
    ? [{ kind: 'url', ref: canonicalUrl }]
    : [
        {
          kind: 'none_found',
          note: 'The clip came in without a link; its times are those of the submission.',
        },
      ];
}

/** As finding evidence wants addresses: what is longer or of another scheme is told in words instead. */
export function isWebAddress(text: string): boolean {
  return text.length <= 8_192 && /^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text);
}
