import { z } from 'zod';
import { Sensitivity } from '../cases/index.js';
import {
  ClaimTypeSchema,
  ClaimVerdictSchema,
  ProcessingStateSchema,
  Verification,
  WorkState,
} from '../clips/index.js';
import { Instant, PageQuery, Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';
import { PART_ERROR_CODES } from '../shared/errors.js';
import { OptedOut } from '../work/index.js';
import { readArea, readPoint } from './domain/place-filter.js';
import { TypedWords } from './search.contract.js';

const FURTHEST_M = 20_037_508;

const Area = z.string().transform((text, context) => {
  const area = readArea(text);
  if (typeof area !== 'string') return area;
  context.addIssue({ code: 'custom', message: area });
  return z.NEVER;
});

const Point = z.string().transform((text, context) => {
  const point = readPoint(text);
  if (typeof point !== 'string') return point;
  context.addIssue({ code: 'custom', message: point });
  return z.NEVER;
});

/** Every filter may be combined with every other; what they say of claims' verdict, type and attention is asked of one claim. */
export const ListQuery = PageQuery.extend({
  order: z
    .enum(['newest', 'oldest'])
    .default('newest')
    .meta({ description: 'By submission; `oldest` begins with what waits longest.' }),
  case: Uuid.optional(),
  processing: ProcessingStateSchema.optional(),
  failure: z
    .enum(PART_ERROR_CODES)
    .optional()
    .meta({ description: 'Failed, in whole or in part, with this code.' }),
  work: WorkState.optional(),
  verification: Verification.optional(),
  sensitivity: Sensitivity.optional(),
  submittedAfter: Instant.optional(),
  submittedBefore: Instant.optional(),
  assignee: z.union([Uuid, z.enum(['me', 'none'])]).optional(),
  tag: words({ min: 1, max: 100 }).optional(),
  q: TypedWords.optional().meta({ description: 'As in /search; the order stays that of submission.' }),
  bbox: Area.optional().meta({ description: 'west,south,east,north in degrees; a claimed place meets it.' }),
  near: Point.optional().meta({ description: 'lat,lon in degrees, with radiusM.' }),
  radiusM: z.coerce.number().positive().max(FURTHEST_M).optional(),
  timeFrom: Instant.optional().meta({ description: 'A claimed time overlaps timeFrom..timeTo.' }),
  timeTo: Instant.optional(),
  person: Uuid.optional().meta({ description: 'A subject that is marked in the clip.' }),
  verdict: ClaimVerdictSchema.optional(),
  claimType: ClaimTypeSchema.optional(),
  needsAttention: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  optedOut: OptedOut,
  hasMatches: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({
      description:
        'Shares bytes, pictures or sound with another clip of any case; rejected matches count for nothing.',
    }),
})
  .refine(({ near, radiusM }) => (near === undefined) === (radiusM === undefined), {
    error: 'near and radiusM go together',
    path: ['radiusM'],
  })
  .refine(
    ({ timeFrom, timeTo }) =>
      timeFrom === undefined || timeTo === undefined || Date.parse(timeFrom) <= Date.parse(timeTo),
    { error: 'lies before timeFrom', path: ['timeTo'] },
  );
export type ListQuery = z.infer<typeof ListQuery>;

/** Filters that tell of people, of what was said or of other clips: not for those who see states alone. */
const CONTENT_FILTERS = [
  'assignee',
  'tag',
  'q',
  'bbox',
  'near',
  'timeFrom',
  'timeTo',
  'person',
  'hasMatches',
] as const satisfies readonly (keyof ListQuery)[];

export function contentFilterOf(query: ListQuery): string | undefined {
  return CONTENT_FILTERS.find((name) => query[name] !== undefined);
}
