import type { MetadataOutput } from '../../../metadata/metadata.contract.js';
import type { CheckFacts, ClaimFacts } from '../../domain/facts.js';
import {
  CLOCK_TOLERANCE_MS,
  postSpan,
  publications,
  saidOf,
  UNKNOWN_ZONE_MS,
} from '../../domain/publication.js';
import type { Rule, RuleAnswer, RuleArgument, RuleEvidence } from '../../domain/rule.js';
import { quoted, span, utcMinute } from '../../domain/say.js';
import { isReEncoded } from '../re-encoding/signatures.js';
import { readingsOf, type Reading } from './readings.js';

const ANYONE = 'Embedded times can be written by anyone, and camera clocks are often wrong.';

export const embeddedTime: Rule = {
  id: 'embedded-time',
  version: '1',
  check: (facts) => {
    const { metadata } = facts;
    if (metadata === null) return [nothing('What the file says of itself could not be read.')];
    const readings = readingsOf(metadata.times);
    if (readings.length === 0)
      return [nothing('No time is embedded. Platforms and messengers remove times, so that proves nothing.')];
    const usable = readings.filter(({ isUnset }) => !isUnset);
    const [best] = usable.filter((reading) => !isAfterReceipt(facts, reading));
    if (best === undefined) return [clockNotSet(readings)];
    const answers = [
      ...facts.claims.flatMap((claim) => (claim.interval === null ? [] : judge(metadata, best, claim))),
      ...afterPost(facts, best),
    ];
    return answers.length > 0
      ? answers
      : [nothing('A time is embedded, but nobody claims one that it could be compared with.')];
  },
};

/** This desk held the file before: whatever wrote that time was wrong. */
function isAfterReceipt({ posts }: CheckFacts, reading: Reading): boolean {
  const desk = posts.find(({ source }) => source === 'desk');
  return desk !== undefined && reading.fromMs > desk.at.getTime() + CLOCK_TOLERANCE_MS;
}

function judge(metadata: MetadataOutput, best: Reading, claim: ClaimFacts): RuleAnswer {
  const { earliest = null, latest = null, zoneAssumed = false } = claim.interval ?? {};
  const slackMs = CLOCK_TOLERANCE_MS + (zoneAssumed ? UNKNOWN_ZONE_MS : 0);
  const common = {
    claimId: claim.id,
    compared: {
      ...comparedReading(best),
      claimedEarliest: earliest?.toISOString() ?? null,
      claimedLatest: latest?.toISOString() ?? null,
    },
    evidence: [evidenceOf(best)],
  };
  if (earliest !== null && best.toMs < earliest.getTime() - slackMs)
    return {
      ...common,
      outcome: 'contradicts',
      summary: `${saysWords(best)}, at least ${span(earliest.getTime() - best.toMs)} before the earliest claimed time (${utcMinute(earliest)}). ${ANYONE}`,
      foundValue: { earliest: iso(best.fromMs), latest: iso(best.toMs) },
    };
  if (latest !== null && best.fromMs > latest.getTime() + slackMs)
    return after(metadata, best, latest, common);
  return within(metadata, best, claim, common);
}

type Common = Pick<RuleArgument, 'claimId' | 'compared' | 'evidence'>;

/** Whoever saves a clip again gives it a later date: only a time of recording speaks against an earlier event. */
function after(metadata: MetadataOutput, best: Reading, latest: Date, common: Common): RuleAnswer {
  const words = `${saysWords(best)}, at least ${span(best.fromMs - latest.getTime())} after the latest claimed time (${utcMinute(latest)}).`;
  if (!speaksOfRecording(metadata, best))
    return { ...common, outcome: 'neutral', summary: `${words} Saving or re-encoding a clip does that.` };
  return {
    ...common,
    outcome: 'contradicts',
    summary: `${words} ${ANYONE}`,
    foundValue: { earliest: iso(best.fromMs), latest: iso(best.toMs) },
  };
}

function within(metadata: MetadataOutput, best: Reading, claim: ClaimFacts, common: Common): RuleAnswer {
  const { earliest = null, latest = null } = claim.interval ?? {};
  const isInside =
    (earliest === null || best.fromMs >= earliest.getTime()) &&
    (latest === null || best.toMs <= latest.getTime());
  if (!isInside)
    return {
      ...common,
      outcome: 'neutral',
      summary: `${saysWords(best)}. That can be within the claimed time or not${best.zoneKnown ? '' : ': the file does not state the zone'}. ${ANYONE}`,
    };
  return {
    ...common,
    outcome: speaksOfRecording(metadata, best) ? 'supports' : 'neutral',
    summary: `${saysWords(best)}, within the claimed time. ${ANYONE}`,
  };
}

/** A plain creation date counts as one of recording in a camera's own file. */
function speaksOfRecording(metadata: MetadataOutput, { kind }: Reading): boolean {
  if (kind !== 'written') return kind === 'recorded';
  return metadata.device !== null && !isReEncoded(metadata);
}

function afterPost(facts: CheckFacts, best: Reading): RuleAnswer[] {
  const [post] = publications(facts.posts);
  if (post === undefined || best.fromMs <= postSpan(post).toMs + CLOCK_TOLERANCE_MS) return [];
  return [
    {
      outcome: 'neutral',
      claimId: null,
      summary: `${saysWords(best)}, ${span(best.fromMs - postSpan(post).toMs)} after the post (${saidOf(post)}). The file was written anew after it was posted, as platforms do, or a clock was wrong.`,
      compared: { ...comparedReading(best), post: { source: post.source, at: post.at.toISOString() } },
      evidence: [evidenceOf(best)],
    },
  ];
}

function clockNotSet(readings: readonly Reading[]): RuleAnswer {
  const [first] = readings;
  if (first === undefined) return nothing('No time is embedded.');
  return {
    outcome: 'neutral',
    claimId: null,
    summary: `${saysWords(first)}. A clock shows that when it was not set, or was set wrongly: it says nothing of when this was filmed.`,
    compared: comparedReading(first),
    evidence: [evidenceOf(first)],
  };
}

function saysWords({ kind, tag, raw, zoneKnown, fromMs }: Reading): string {
  const done = { recorded: 'recorded', written: 'written', changed: 'written or changed' }[kind];
  const when = zoneKnown ? utcMinute(new Date(fromMs)) : `${quoted(raw, 40)} of an unknown zone`;
  return `The file says that it was ${done} on ${when} (${quoted(tag, 60)})`;
}

function comparedReading({ tag, raw, kind, zoneKnown, fromMs, toMs }: Reading) {
  return { tag, raw, kind, zoneKnown, embeddedEarliest: iso(fromMs), embeddedLatest: iso(toMs) };
}

function evidenceOf({ index }: Reading): RuleEvidence {
  return { kind: 'metadata', ref: `times.${index}.raw` };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function nothing(summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId: null, summary };
}
