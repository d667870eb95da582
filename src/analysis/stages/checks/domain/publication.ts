import type { JsonObject } from '../../../../custody/index.js';
import type { ClaimFacts, PostFact } from './facts.js';
import { utcDay, utcMinute } from './say.js';

export const HOUR_MS = 3_600_000;
/** The widest that a time without its zone can lie from UTC (Line Islands, UTC+14). */
export const UNKNOWN_ZONE_MS = 14 * HOUR_MS;
/** Clocks of platforms, of people and of this desk differ by less. */
export const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** Who can have set it, the least likely first. */
const RANK: Readonly<Record<PostFact['source'], number>> = { desk: 0, id: 1, platform: 2, submitter: 3 };

/** When a post was out: not before the first, surely by the second. */
export function postSpan(post: PostFact): { readonly fromMs: number; readonly toMs: number } {
  const ms = post.at.getTime();
  if (!post.dayOnly) return { fromMs: ms, toMs: ms };
  return { fromMs: ms - UNKNOWN_ZONE_MS, toMs: ms + 24 * HOUR_MS + UNKNOWN_ZONE_MS };
}

/** The hardest to set first, and of those the earliest. */
function byStrength(posts: readonly PostFact[]): PostFact[] {
  return posts.toSorted((a, b) => RANK[a.source] - RANK[b.source] || a.at.getTime() - b.at.getTime());
}

/** Those by which it can be said when a clip went public, receipt by the desk left out. */
export function publications(posts: readonly PostFact[]): PostFact[] {
  return byStrength(posts).filter(({ source }) => source !== 'desk');
}

export interface Start {
  readonly earliest: Date;
  /** A post before this moment lies before all that is claimed, whatever zones and clocks were meant. */
  readonly surelyBeforeMs: number;
}

/** Null for a claim that is open towards the past. */
export function startOf(claim: ClaimFacts): Start | null {
  const earliest = claim.interval?.earliest ?? null;
  if (claim.interval === null || earliest === null) return null;
  const widened = claim.interval.zoneAssumed ? UNKNOWN_ZONE_MS : 0;
  return { earliest, surelyBeforeMs: earliest.getTime() - widened - CLOCK_TOLERANCE_MS };
}

export type Publication =
  /** Out before the claimed time; `against` are weaker words to the contrary. */
  | { readonly verdict: 'before'; readonly post: PostFact; readonly against: readonly PostFact[] }
  /** Only a weaker word says before, and `post`, which is harder to set, does not. */
  | { readonly verdict: 'disputed'; readonly post: PostFact; readonly weaker: PostFact }
  | { readonly verdict: 'not_before' };

/** What the times of a clip say about a claimed beginning. */
export function publicationAgainst(posts: readonly PostFact[], start: Start): Publication {
  const isBefore = (post: PostFact) => postSpan(post).toMs < start.surelyBeforeMs;
  // The desk's receipt bounds from above only: what came to us later may well have been out before.
  const early = byStrength(posts).filter(isBefore);
  const [first] = early;
  if (first === undefined) return { verdict: 'not_before' };
  const contrary = publications(posts).filter((post) => !isBefore(post));
  const stronger = contrary.find((post) => RANK[post.source] < RANK[first.source]);
  if (stronger !== undefined) return { verdict: 'disputed', post: stronger, weaker: first };
  return { verdict: 'before', post: first, against: contrary };
}

/** `2015-03-01 12:00 UTC by the post's id`. */
export function saidOf(post: PostFact): string {
  const at = post.dayOnly ? utcDay(post.at) : utcMinute(post.at);
  return `${at} ${BASIS[post.source]}`;
}

const BASIS: Readonly<Record<PostFact['source'], string>> = {
  desk: 'when this desk received it',
  id: "by the post's id",
  platform: 'by what the platform or page says',
  submitter: "by the submitter's word",
};

export function caveatOf(post: PostFact): string {
  if (post.caveat !== null) return ` ${post.caveat}`;
  return post.source === 'submitter'
    ? ' Nothing but the word of who handed it in stands behind that time.'
    : '';
}

export function postsCompared(posts: readonly PostFact[]): JsonObject[] {
  return byStrength(posts)
    .slice(0, 10)
    .map(({ at, dayOnly, source }) => ({
      source,
      at: dayOnly ? utcDay(at) : at.toISOString(),
    }));
}
