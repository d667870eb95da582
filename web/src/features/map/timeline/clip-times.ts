import type { Schemas } from '@/api/problem';
import type { Shape, Tone } from '../canvas/map-content';

export type TimeMark = Schemas['TimeMark'];
export type TimeKind = TimeMark['kind'];

/** Intervals are bars, moments are forms; each kind has its own. */
export const timeLooks: Readonly<
  Record<
    TimeKind,
    { readonly shape: Shape; readonly tone: Tone; readonly isHollow?: boolean; readonly size?: number }
  >
> = {
  claimed: { shape: 'square', tone: 'claimed', isHollow: true },
  found: { shape: 'star', tone: 'found' },
  posted: { shape: 'triangle', tone: 'disputed' },
  embedded: { shape: 'square', tone: 'embedded' },
  first_known: { shape: 'diamond', tone: 'shadow', isHollow: true, size: 24 },
  submitted: { shape: 'circle', tone: 'unreviewed', isHollow: true },
};
export const timeKinds = Object.keys(timeLooks) as readonly TimeKind[];

/** Every bound of every mark that is not open. */
export function instantsOf(times: readonly TimeMark[]): number[] {
  return times.flatMap(({ from, to }) => [from, to].flatMap((at) => (at === null ? [] : [Date.parse(at)])));
}

export const isMoment = ({ from, to }: TimeMark): boolean => from !== null && from === to;

/** The clip is known from before the earliest time that somebody claims for what it shows. */
export function isKnownTooEarly(times: readonly TimeMark[]): boolean {
  const known = times.find(({ kind }) => kind === 'first_known')?.from ?? null;
  return (
    known !== null &&
    times.some(
      ({ kind, from }) => kind === 'claimed' && from !== null && Date.parse(from) > Date.parse(known),
    )
  );
}
