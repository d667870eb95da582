import type { Schemas } from '@/api/problem';
import type { MapContent, Shape } from './canvas/map-content';

export type TimelineItem = Schemas['CaseTimelineItem'];
export type Verification = TimelineItem['verification'];

/** A form for each verification, because colours alone tell nothing to many people and to any printer. */
export const verificationShapes: Readonly<Record<Verification, Shape>> = {
  unreviewed: 'circle',
  in_review: 'diamond',
  disputed: 'triangle',
  refuted: 'cross',
  verified: 'star',
  inconclusive: 'square',
};

/** A clip on a map: any clips of any list with places will do. */
export type PlacedClip = Pick<TimelineItem, 'clipId' | 'title' | 'verification' | 'places'>;

/** Filled where a finding puts the clip, hollow where it is only said or embedded; dashed from what was said to what was found. */
export function clipsContent(clips: readonly PlacedClip[]): MapContent {
  return {
    marks: clips.flatMap(({ clipId, title, verification, places }) =>
      places.map(({ kind, lat, lon }, index) => ({
        id: `${clipId}/${index}`,
        lat,
        lon,
        shape: verificationShapes[verification],
        tone: verification,
        isHollow: kind !== 'found',
        ...(title === null ? {} : { label: title }),
      })),
    ),
    lines: clips.flatMap(({ verification, places }) => {
      const said = places.filter(({ kind }) => kind === 'claimed');
      const found = places.filter(({ kind }) => kind === 'found');
      return said.flatMap((from) =>
        found.map((to) => ({
          path: [
            [from.lon, from.lat],
            [to.lon, to.lat],
          ] as const,
          tone: verification,
          isDashed: true,
        })),
      );
    }),
  };
}

export const clipOfMark = (markId: string): string => markId.split('/')[0] ?? '';
