import { lineBetween } from '../../../../../geo/index.js';
import type { JsonObject } from '../../../../../custody/index.js';
import type { ClaimFacts, PlaceLookup } from '../../domain/facts.js';
import { distanceText } from '../../domain/kilometres.js';
import type { Rule, RuleAnswer } from '../../domain/rule.js';
import { counted, quoted, some } from '../../domain/say.js';

/** Another spelling of the same name; below, the names are merely alike. */
const KNOWN_FROM = 0.7;
/** The name itself, once folded. */
const SAME_FROM = 0.95;
/** From the point of a place to the last of what people still call by its name. */
const REACH_M = 10_000;
/** So far off that no reading of the name covers the point. */
const FAR_M = 100_000;
const MOST_LISTED = 5;
/** Known to `lookUpPlacesAgain` and to an index of the database. */
const STILL_READING = 'being_read_in';
const INCOMPLETE = 'The gazetteer lacks many villages: another place of that name may be missing.';

type Candidate = PlaceLookup['candidates'][number];
interface Near extends Candidate {
  readonly distanceM: number | null;
}

export const placeName: Rule = {
  id: 'place-name',
  version: '1',
  check: ({ claims, places }) => {
    const answers = claims.flatMap((claim) => {
      const lookup = places.get(claim.id);
      return lookup === undefined ? [] : [judge(claim, lookup)];
    });
    return answers.length > 0
      ? answers
      : [{ outcome: 'not_applicable', claimId: null, summary: 'No claim names a place.' }];
  },
};

function judge(claim: ClaimFacts, { name, candidates, complete }: PlaceLookup): RuleAnswer {
  if (!complete) return stillReading(claim, name);
  const known = candidates.filter(({ similarity }) => similarity >= KNOWN_FROM);
  const named = quoted(name);
  if (known.length === 0)
    return {
      outcome: 'not_applicable',
      claimId: claim.id,
      summary: `The gazetteer knows no place named ${named}. That says nothing against it: ${INCOMPLETE.toLowerCase()}`,
      compared: { name, alike: candidates.slice(0, MOST_LISTED).map((each) => listed(each, null)) },
    };
  const near = nearestFirst(known, claim.point);
  const [nearest] = near;
  const common = { claimId: claim.id, compared: comparedOf(claim, name, near), evidence: [] };
  const ambiguous =
    near.length > 1
      ? ` ${counted(near.length, 'place')} of such a name are known: ${some(near.map(told), MOST_LISTED)}.`
      : '';
  if (nearest === undefined || nearest.distanceM === null || claim.point === null)
    return {
      ...common,
      outcome: 'neutral',
      summary: `The gazetteer knows ${near.length === 1 ? told(near[0]) : named}, and the claim names no point to compare.${ambiguous}`,
    };
  const apart = `${told(nearest)} lies ${distanceText(nearest.distanceM)} from the claimed point`;
  if (nearest.distanceM <= claim.point.radiusM + REACH_M)
    return { ...common, outcome: 'supports', summary: `${apart}: name and point fit.${ambiguous}` };
  if (nearest.distanceM > claim.point.radiusM + FAR_M && nearest.similarity >= SAME_FROM)
    return {
      ...common,
      outcome: 'contradicts',
      summary: `The claimed point does not fit the claimed name: of all places named ${named} the nearest known, ${apart}. ${INCOMPLETE}${ambiguous}`,
    };
  return {
    ...common,
    outcome: 'neutral',
    summary: `${apart}: too far to be the same place, too near or too unlike in name to speak against it. ${INCOMPLETE}${ambiguous}`,
  };
}

/** The nearest of the places so far is not the nearest: neither for nor against. `compared` is what has the claim looked up again. */
function stillReading(claim: ClaimFacts, name: string): RuleAnswer {
  return {
    outcome: 'not_applicable',
    claimId: claim.id,
    summary: `The gazetteer is still being read in on this new desk: ${quoted(name)} is looked up again when that is done.`,
    compared: { name, gazetteer: STILL_READING },
  };
}

/** Places whose names fit worse do not stand before the named one. */
function nearestFirst(known: readonly Candidate[], point: ClaimFacts['point']): Near[] {
  const near = known.map((each) => ({
    ...each,
    distanceM: point === null ? null : Math.round(lineBetween(point, each).distanceM),
  }));
  const isSame = ({ similarity }: Candidate) => Number(similarity >= SAME_FROM);
  return near.toSorted((a, b) => isSame(b) - isSame(a) || (a.distanceM ?? 0) - (b.distanceM ?? 0));
}

function told(place: Candidate | undefined): string {
  if (place === undefined) return 'it';
  const { name, countryCode, latDeg, lonDeg } = place;
  return `${quoted(name, 60)} (${countryCode ?? 'no country'}, ${latDeg.toFixed(2)}, ${lonDeg.toFixed(2)})`;
}

function comparedOf(claim: ClaimFacts, name: string, near: readonly Near[]): JsonObject {
  return {
    name,
    claimedLat: claim.point?.latDeg ?? null,
    claimedLon: claim.point?.lonDeg ?? null,
    claimedRadiusM: claim.point?.radiusM ?? null,
    reachM: REACH_M,
    farM: FAR_M,
    places: near.slice(0, 10).map((each) => listed(each, each.distanceM)),
  };
}

function listed({ id, name, countryCode, latDeg, lonDeg, similarity }: Candidate, distanceM: number | null) {
  return { id, name, countryCode, latDeg, lonDeg, similarity, distanceM };
}
