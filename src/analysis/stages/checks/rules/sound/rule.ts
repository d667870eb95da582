import type { CheckFacts, CopyFacts } from '../../domain/facts.js';
import type { Rule, RuleAnswer } from '../../domain/rule.js';
import { quoted, some } from '../../domain/say.js';
import { isWebAddress } from '../post-evidence.js';
import { segmentsText } from '../segments-text.js';

/** Fewer words of the fingerprint than this are too short a sound to call it still. */
const LEAST_WORDS = 20;
const MOST_NAMED = 3;

export const sound: Rule = {
  id: 'sound',
  version: '1',
  check: (facts) => [ownSound(facts), ...foreignSound(facts)],
};

function ownSound({ probe, sound: heard }: CheckFacts): RuleAnswer {
  if (probe === null) return nothing('What the file holds could not be read.');
  const evidence = [{ kind: 'metadata' as const, ref: 'audio' }];
  if (probe.audio === null)
    return {
      outcome: 'neutral',
      claimId: null,
      summary: 'The clip has no sound. Some cameras record none, and platforms and editors take it off.',
      compared: { hasSound: false },
      evidence,
    };
  if (heard !== null && heard.words >= LEAST_WORDS && heard.distinctWords <= Math.max(1, heard.words * 0.02))
    return {
      outcome: 'neutral',
      claimId: null,
      summary:
        'The sound track is silent or one steady tone throughout, which no microphone gives: it was muted, replaced, or never recorded.',
      compared: { hasSound: true, words: heard.words, distinctWords: heard.distinctWords },
      evidence,
    };
  return nothing(
    'The clip has sound, which was compared with that of other clips only as far as the archive was searched.',
  );
}

/** The same sound under other pictures. */
function foreignSound({ copies }: CheckFacts): RuleAnswer[] {
  const alike = copies.filter(({ kind }) => kind === 'same_sound');
  if (alike.length === 0) return [];
  return [
    {
      outcome: 'neutral',
      claimId: null,
      summary: `The sound of this clip also lies under other pictures: ${some(alike.map(words), MOST_NAMED)}. Music and broadcasts do that honestly; else one of the sounds was laid under foreign pictures.`,
      compared: {
        copies: alike.slice(0, MOST_NAMED).map(({ matchId, score, state, segments }) => ({
          matchId,
          score,
          state,
          segments: segments.slice(0, 10).map((segment) => ({ ...segment })),
        })),
      },
      evidence: alike
        .slice(0, MOST_NAMED)
        .flatMap(({ matchId, url }) => [
          { kind: 'match' as const, ref: matchId },
          ...(url !== null && isWebAddress(url) ? [{ kind: 'url' as const, ref: url }] : []),
        ]),
    },
  ];
}

function words({ url, state, segments }: CopyFacts): string {
  const name = url === null ? 'a clip without a link' : quoted(url, 200);
  return `${name} (${state}${segments.length === 0 ? '' : `; ${segmentsText(segments)}`})`;
}

function nothing(summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId: null, summary };
}
