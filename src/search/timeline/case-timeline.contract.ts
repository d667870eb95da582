import { z } from 'zod';
import { Sensitivity } from '../../cases/index.js';
import { Verification } from '../../clips/index.js';

const Ref = z.uuid().nullable().meta({ description: 'The claim or finding that says so.' });
const Maybe = z.iso.datetime().nullable();

export const PlaceMark = z
  .object({
    kind: z.enum(['claimed', 'found', 'embedded']),
    lat: z.number(),
    lon: z.number(),
    radiusM: z
      .number()
      .nullable()
      .meta({ description: 'Claimed radius, uncertainty of what was found, or accuracy of the device.' }),
    ref: Ref,
  })
  .meta({ id: 'PlaceMark' });
export type PlaceMark = z.infer<typeof PlaceMark>;

export const TimeMark = z
  .object({
    kind: z.enum(['claimed', 'found', 'posted', 'embedded', 'first_known', 'submitted']),
    from: Maybe.meta({ description: 'null: the beginning is open.' }),
    to: Maybe.meta({ description: 'The same as `from` for a point in time; null: the end is open.' }),
    by: z
      .enum(['post_id', 'platform', 'submitter', 'submission'])
      .nullable()
      .meta({ description: 'Who tells of a posting, or of what is first known.' }),
    ref: Ref,
  })
  .meta({ id: 'TimeMark' });
export type TimeMark = z.infer<typeof TimeMark>;

export const CaseTimelineItem = z
  .object({
    clipId: z.uuid(),
    title: z.string().nullable(),
    sensitivity: Sensitivity,
    verification: Verification,
    createdAt: z.iso.datetime(),
    places: z.array(PlaceMark),
    times: z.array(TimeMark),
  })
  .meta({ id: 'CaseTimelineItem' });
export type CaseTimelineItem = z.infer<typeof CaseTimelineItem>;

export const CaseTimelinePage = z
  .object({ items: z.array(CaseTimelineItem), nextCursor: z.uuid().nullable() })
  .meta({ id: 'CaseTimelinePage' });
