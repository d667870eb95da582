import type { MetadataOutput } from '../../metadata/metadata.contract.js';
import type { ProbeOutput } from '../../probe/probe.contract.js';
import type { CheckFacts, ClaimFacts, CopyFacts, PostFact } from '../domain/facts.js';
import type { Rule, RuleAnswer, RuleArgument } from '../domain/rule.js';

/** Facts of an invented clip of which nothing is known, but for what the spec gives. */
export function madeFacts(given: Partial<CheckFacts> = {}): CheckFacts {
  return {
    clip: madeClip(),
    claims: [],
    posts: [],
    metadata: null,
    probe: null,
    frames: null,
    sound: null,
    copies: [],
    elsewhere: [],
    searched: true,
    text: 'nothing was read',
    unreadFrames: 0,
    places: new Map(),
    ...given,
  };
}

export function madeClip(given: Partial<CheckFacts['clip']> = {}): CheckFacts['clip'] {
  return {
    id: 'clip',
    platform: 'x',
    canonicalUrl: 'https://x.com/example/status/1',
    accountHandle: null,
    uploader: null,
    durationMs: 20_000,
    ...given,
  };
}

export function timeClaim(
  earliest: string | null,
  latest: string | null,
  given: { id?: string; zoneAssumed?: boolean } = {},
): ClaimFacts {
  return {
    id: given.id ?? 'time-claim',
    type: 'time',
    statement: 'when it was filmed',
    value: {},
    point: null,
    interval: {
      earliest: earliest === null ? null : new Date(earliest),
      latest: latest === null ? null : new Date(latest),
      timezone: null,
      zoneAssumed: given.zoneAssumed ?? false,
    },
  };
}

export function sourceClaim(statement: string, value: ClaimFacts['value'] = {}): ClaimFacts {
  return { id: 'source-claim', type: 'source', statement, value, point: null, interval: null };
}

export function post(source: PostFact['source'], at: string, given: Partial<PostFact> = {}): PostFact {
  return { at: new Date(at), dayOnly: false, source, caveat: null, ...given };
}

/** Seven seconds of twenty, mirrored, suggested with a good score. */
export function copy(given: Partial<CopyFacts> = {}): CopyFacts {
  return {
    matchId: 'match',
    clipId: 'other',
    kind: 'same_footage',
    state: 'suggested',
    mirrored: true,
    score: 0.93,
    coverage: 0.35,
    otherCoverage: 0.7,
    segments: [{ startMs: 12_000, endMs: 19_000, otherStartMs: 3_000, otherEndMs: 10_000 }],
    posts: [],
    url: 'https://example.org/older',
    ...given,
  };
}

export function madeMetadata(given: Partial<MetadataOutput> = {}): MetadataOutput {
  return {
    gps: null,
    times: [],
    device: null,
    encoder: [],
    tags: {},
    tagSource: 'exiftool',
    contentCredentials: { state: 'absent' },
    notes: [],
    ...given,
  };
}

export function madeProbe(given: Partial<ProbeOutput> = {}): ProbeOutput {
  return {
    container: {
      format: 'mov,mp4',
      formatName: null,
      durationMs: 20_000,
      durationSource: 'container',
      startMs: 0,
      sizeBytes: 1_000,
      bitRate: null,
      chapterCount: 0,
      tags: {},
    },
    streams: [],
    video: null,
    audio: null,
    completeness: { state: 'whole', announcedBytes: null, missingBytes: null },
    warnings: [],
    ...given,
  };
}

/** The only answer of the rule to these facts. @throws Error when there are more or none. */
export function answerOf(rule: Rule, given: Partial<CheckFacts>): RuleAnswer {
  const answers = rule.check(madeFacts(given));
  const [only] = answers;
  if (only === undefined || answers.length > 1) throw new Error(`${answers.length} answers`);
  return only;
}

/** As `answerOf`, for specs that look at the evidence. @throws Error when the rule had nothing to compare. */
export function argumentOf(rule: Rule, given: Partial<CheckFacts>): RuleArgument {
  const answer = answerOf(rule, given);
  if (answer.outcome === 'not_applicable') throw new Error(answer.summary);
  return answer;
}
