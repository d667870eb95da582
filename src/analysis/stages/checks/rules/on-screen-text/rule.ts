import type { ClaimFacts, FrameTextFact } from '../../domain/facts.js';
import type { Rule, RuleAnswer, RuleEvidence } from '../../domain/rule.js';
import { clock, counted, quoted, some } from '../../domain/say.js';
import { datesIn, type ShownDate } from './dates-in-text.js';
import { fold, names } from './fold.js';

const MOST_LINES = 8;
const MOST_CLAIM_ANSWERS = 50;
const DAY_MS = 86_400_000;

export const onScreenText: Rule = {
  id: 'on-screen-text',
  version: '1',
  check: (facts) => {
    const { text } = facts;
    const unread = unreadText(facts.unreadFrames);
    if (typeof text === 'string') return [nothing(text)];
    if (text.length === 0) {
      return [
        nothing(
          `No text was read in the kept frames.${unread} Small, slanted, moving and handwritten text is missed, and so is every script but Arabic and Latin.`,
        ),
      ];
    }
    return [
      whatWasRead(text, unread),
      ...facts.claims.flatMap((claim) => noted(claim, text)).slice(0, MOST_CLAIM_ANSWERS),
    ];
  },
};

/** Of the clip as a whole: the words themselves, each with the first time at which they are seen. */
function whatWasRead(text: readonly FrameTextFact[], unread: string): RuleAnswer {
  const lines = new Map<string, FrameTextFact>();
  for (const fact of text)
    for (const line of fact.text.split('\n')) if (!lines.has(line)) lines.set(line, fact);
  const shown = [...lines].map(([line, { ptsMs }]) => `${quoted(line)} at ${clock(ptsMs)}`);
  return {
    outcome: 'neutral',
    claimId: null,
    summary: `A machine read in the frames: ${some(shown, MOST_LINES)}.${unread} Letters may be wrong or missing, and whoever edited the clip may have added the text.`,
    compared: {
      frames: text.length,
      lines: [...lines.keys()].slice(0, 100),
    },
    evidence: framesOf([...lines.values()]),
  };
}

/** Names what the sentence before it does not cover. */
function unreadText(frames: number): string {
  return frames === 0
    ? ''
    : ` ${counted(frames, 'frame')} could not be read: the time for it was over, or the program failed.`;
}

/** What is written beside the picture proves nothing of it: always neutral, whatever it names. */
function noted(claim: ClaimFacts, text: readonly FrameTextFact[]): RuleAnswer[] {
  const called = namesIn(claim).flatMap((name) => {
    const frames = text.filter((fact) => names(fold(fact.text), name));
    return frames.length === 0 ? [] : [{ name, frames }];
  });
  return [...called.map(({ name, frames }) => named(claim, name, frames)), ...dated(claim, text)];
}

function named(claim: ClaimFacts, name: string, frames: readonly FrameTextFact[]): RuleAnswer {
  return {
    outcome: 'neutral',
    claimId: claim.id,
    summary: `Text in the picture at ${clock(frames[0]?.ptsMs ?? 0)} names ${quoted(name)}, as the claim does. Whoever edited the clip may have added it, and the claim may come from it.`,
    compared: { name, frames: frames.length },
    evidence: framesOf(frames),
  };
}

function dated(claim: ClaimFacts, text: readonly FrameTextFact[]): RuleAnswer[] {
  const { interval } = claim;
  if (interval === null) return [];
  const found = new Map<string, { date: ShownDate; frame: FrameTextFact }>();
  for (const frame of text)
    for (const date of datesIn(frame.text))
      if (!found.has(date.shown)) found.set(date.shown, { date, frame });
  if (found.size === 0) return [];
  const all = [...found.values()];
  const outside = all.filter(({ date }) => !date.days.some((day) => isWithin(day, interval)));
  const said = some(
    all.map(({ date, frame }) => `${quoted(date.shown)} at ${clock(frame.ptsMs)}`),
    MOST_LINES,
  );
  const against =
    outside.length === 0
      ? 'which fits the claimed time'
      : outside.length === all.length
        ? 'which is not the claimed time'
        : 'some of which is not the claimed time';
  return [
    {
      outcome: 'neutral',
      claimId: claim.id,
      summary: `Text in the picture gives a date: ${said}, ${against}. It may be that of a broadcast, of a quoted event or of a camera clock set wrongly, and digits are misread.`,
      compared: {
        dates: all.map(({ date }) => [...date.days].join(' or ')),
        claimedEarliest: interval.earliest?.toISOString() ?? null,
        claimedLatest: interval.latest?.toISOString() ?? null,
      },
      evidence: framesOf(all.map(({ frame }) => frame)),
    },
  ];
}

/** Within a day, because a date in a picture has no zone. */
function isWithin(day: string, interval: NonNullable<ClaimFacts['interval']>): boolean {
  const startMs = Date.parse(`${day}T00:00:00Z`);
  const isTooEarly = interval.earliest !== null && startMs + 2 * DAY_MS <= interval.earliest.getTime();
  const isTooLate = interval.latest !== null && startMs - DAY_MS > interval.latest.getTime();
  return !isTooEarly && !isTooLate;
}

/** Names that the claim itself gives: of a place, an account, a person. */
function namesIn({ type, value }: ClaimFacts): string[] {
  const fields = type === 'location' ? ['place'] : type === 'source' ? ['handle', 'name'] : [];
  return fields.flatMap((field) => {
    const name = value[field];
    return typeof name === 'string' ? [name] : [];
  });
}

function framesOf(facts: readonly FrameTextFact[]): RuleEvidence[] {
  const ids = [...new Set(facts.map(({ frameId }) => frameId))];
  return ids.slice(0, MOST_LINES).map((ref) => ({ kind: 'frame', ref }));
}

function nothing(summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId: null, summary };
}
