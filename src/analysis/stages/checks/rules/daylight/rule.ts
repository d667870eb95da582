import { isInAlmanac } from '../../../../../geo/index.js';
import type { CheckFacts, ClaimFacts } from '../../domain/facts.js';
import type { Rule, RuleAnswer } from '../../domain/rule.js';
import { percent } from '../../domain/say.js';
import { BRIGHT_LUMA, brightnessOf, DARK_LUMA, type Brightness } from './brightness.js';
import { sunOver } from './sun-over.js';

const DAY_MS = 86_400_000;
/** Zones reach 14 hours to both sides: what was read as UTC for want of a zone. */
const UNKNOWN_ZONE_MS = 14 * 3_600_000;
/** Below, the sky lights nothing any more (end of civil twilight). */
const NIGHT_DEG = -6;
/** Above, an open sky is bright in any weather. */
const HIGH_DEG = 10;
/** Most of the clip must be bright: a flash or a cut to a studio is not daylight. */
const BRIGHT_SHARE = 0.8;
const METRES_PER_DEGREE = 111_000;
const ARTIFICIAL =
  'Lamps indoors or out, a night mode and added brightness look the same: whether the light is daylight needs a look.';

interface Pair {
  readonly time: ClaimFacts;
  readonly place: ClaimFacts;
}

export const daylight: Rule = {
  id: 'daylight',
  version: '1',
  check: (facts) => {
    const light = brightnessOf(facts.frames?.luma ?? []);
    if (light === null)
      return [nothing(null, 'How bright the pictures are is not known: there are too few sampled frames.')];
    const pairs = pairsOf(facts);
    if (pairs.length === 0)
      return [nothing(null, 'The sun can be computed only where both a time and a point are claimed.')];
    return pairs.map((pair) => judge(facts, light, pair));
  },
};

/** Each claimed time with each claimed point, the newest ones. */
function pairsOf({ claims }: CheckFacts): Pair[] {
  const places = claims.filter(({ type, point }) => type === 'location' && point !== null).slice(-5);
  return claims
    .filter(({ interval }) => interval !== null)
    .slice(-5)
    .flatMap((time) => places.map((place) => ({ time, place })));
}

function judge({ frames }: CheckFacts, light: Brightness, { time, place }: Pair): RuleAnswer {
  const { earliest = null, latest = null, zoneAssumed = false } = time.interval ?? {};
  if (earliest === null || latest === null || place.point === null)
    return nothing(time.id, 'The claimed time is open on one side: it has day and night in it.');
  const slackMs = zoneAssumed ? UNKNOWN_ZONE_MS : 0;
  const [fromMs, toMs] = [earliest.getTime() - slackMs, latest.getTime() + slackMs];
  if (toMs - fromMs >= DAY_MS)
    return nothing(
      time.id,
      zoneAssumed
        ? 'The zone of the claimed time is not known: it may be day or night.'
        : 'The claimed time is a day or longer: it has day and night in it.',
    );
  if (!isInAlmanac(fromMs) || !isInAlmanac(toMs))
    return nothing(time.id, 'For the claimed year the sun is not computed.');
  const sun = sunOver(fromMs, toMs, place.point);
  const keyframe = frames?.keyframes[0];
  const compared = {
    sunLowestDeg: sun.lowestDeg,
    sunHighestDeg: sun.highestDeg,
    // How much the altitude differs between the claimed point and the edge of what is claimed.
    placeSlackDeg: Math.round((place.point.radiusM / METRES_PER_DEGREE) * 100) / 100,
    claimedLat: place.point.latDeg,
    claimedLon: place.point.lonDeg,
    claimedEarliest: earliest.toISOString(),
    claimedLatest: latest.toISOString(),
    locationClaimId: place.id,
    medianLuma: light.medianLuma,
    brightShare: Math.round(light.brightShare * 100) / 100,
    brightFrom: BRIGHT_LUMA,
    samples: light.samples,
  };
  return {
    ...weigh(light, sun, compared.placeSlackDeg),
    claimId: time.id,
    compared,
    evidence: keyframe === undefined ? [] : [{ kind: 'frame', ref: keyframe.id }],
  };
}

function weigh(
  light: Brightness,
  sun: { readonly lowestDeg: number; readonly highestDeg: number },
  slackDeg: number,
): { outcome: 'contradicts' | 'neutral'; summary: string } {
  const isBright = light.medianLuma >= BRIGHT_LUMA && light.brightShare >= BRIGHT_SHARE;
  const isDark = light.medianLuma <= DARK_LUMA;
  const neutral = (summary: string) => ({ outcome: 'neutral' as const, summary });
  if (sun.highestDeg + slackDeg < NIGHT_DEG) {
    const night = `At the claimed place the sun was at least ${Math.abs(sun.highestDeg)} degrees below the horizon for all of the claimed time`;
    if (isBright)
      return {
        outcome: 'contradicts',
        summary: `${night}, but ${percent(light.brightShare)} of the pictures are as bright as by day. ${ARTIFICIAL}`,
      };
    return neutral(
      isDark
        ? `${night}, and the pictures are dark: they fit.`
        : `${night}; the pictures are neither bright nor dark.`,
    );
  }
  if (sun.lowestDeg - slackDeg > HIGH_DEG) {
    const day = `At the claimed place the sun stood at least ${sun.lowestDeg} degrees high for all of the claimed time`;
    if (isDark)
      return neutral(
        `${day}, but the pictures are dark. Rooms, cellars and exposure do that: it says little.`,
      );
    return neutral(`${day}, and the pictures are not dark: they fit, as many others would.`);
  }
  return neutral(
    `In the claimed time the sun was between ${sun.lowestDeg} and ${sun.highestDeg} degrees high at the claimed place: light or dark, both can be.`,
  );
}

function nothing(claimId: string | null, summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId, summary };
}
