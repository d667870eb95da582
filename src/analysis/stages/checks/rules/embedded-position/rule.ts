import { lineBetween } from '../../../../../geo/index.js';
import type { EmbeddedGps } from '../../../metadata/metadata.contract.js';
import type { ClaimFacts } from '../../domain/facts.js';
import { distanceText } from '../../domain/kilometres.js';
import type { Rule, RuleAnswer } from '../../domain/rule.js';

/** A point without a radius is the middle of what was meant: a village, a district. */
const PLACE_RADIUS_M = 1_000;
/** What phones are off by when they do not say: between houses, or with a position from a while ago. */
const UNKNOWN_ACCURACY_M = 500;
const ANYONE = 'Embedded positions can be written by anyone, and a device may keep its last one.';

export const embeddedPosition: Rule = {
  id: 'embedded-position',
  version: '1',
  check: ({ metadata, claims }) => {
    if (metadata === null) return [nothing(null, 'What the file says of itself could not be read.')];
    const { gps } = metadata;
    if (gps === null)
      return [
        nothing(
          null,
          'No position is embedded. Platforms and messengers remove them, so that proves nothing.',
        ),
      ];
    if (Math.abs(gps.lat) < 0.01 && Math.abs(gps.lon) < 0.01)
      return [nothing(null, 'The embedded position is 0, 0: devices write that when they have none.')];
    const placed = claims.filter(({ type, point }) => type === 'location' && point !== null);
    if (placed.length === 0)
      return [
        nothing(null, 'A position is embedded, but no claim names a point that it could be compared with.'),
      ];
    return placed.map((claim) => judge(gps, claim));
  },
};

function judge(gps: EmbeddedGps, { id, point }: ClaimFacts): RuleAnswer {
  if (point === null) return nothing(id, 'The claim names no point.');
  const line = lineBetween(point, { latDeg: gps.lat, lonDeg: gps.lon });
  const radiusM = point.radiusM > 0 ? point.radiusM : PLACE_RADIUS_M;
  const accuracyM = gps.accuracyM ?? UNKNOWN_ACCURACY_M;
  const apart = distanceText(line.distanceM);
  const common = {
    claimId: id,
    compared: {
      embeddedLat: gps.lat,
      embeddedLon: gps.lon,
      embeddedAccuracyM: gps.accuracyM,
      assumedAccuracyM: gps.accuracyM === null ? UNKNOWN_ACCURACY_M : null,
      claimedLat: point.latDeg,
      claimedLon: point.lonDeg,
      claimedRadiusM: point.radiusM,
      assumedRadiusM: point.radiusM > 0 ? null : PLACE_RADIUS_M,
      distanceM: Math.round(line.distanceM),
      bearingFromClaimDeg: line.bearingDeg,
    },
    evidence: [{ kind: 'metadata', ref: 'gps' }] as const,
  };
  if (line.distanceM <= radiusM)
    return {
      ...common,
      outcome: 'supports',
      summary: `The position in the file lies ${apart} from the claimed point, within what is claimed. ${ANYONE}`,
    };
  if (line.distanceM <= radiusM + accuracyM)
    return {
      ...common,
      outcome: 'neutral',
      summary: `The position in the file lies ${apart} from the claimed point: outside of what is claimed by no more than the device may be off.`,
    };
  return {
    ...common,
    outcome: 'contradicts',
    summary: `The position in the file lies ${apart} from the claimed point, beyond the claimed ${distanceText(radiusM)} and the ${distanceText(accuracyM)} that the device may be off. ${ANYONE}`,
    foundValue: { lat: gps.lat, lon: gps.lon, uncertaintyM: Math.max(1, accuracyM) },
  };
}

function nothing(claimId: string | null, summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId, summary };
}
