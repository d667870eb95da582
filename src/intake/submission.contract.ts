import { z } from 'zod';
import { words } from '../platform/http/words.js';
import { Sensitivity } from '../cases/index.js';

const Statement = words({ min: 1, max: 10_000 }).meta({ description: 'Kept word for word.' });
const Instant = z.iso.datetime({ offset: true });

export const LocationClaim = z
  .strictObject({
    statement: Statement,
    place: words({ min: 1, max: 500 }).optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    radiusM: z.number().positive().max(20_037_508).optional(),
  })
  .refine((claim) => (claim.lat === undefined) === (claim.lon === undefined), {
    error: 'lat and lon go together',
    path: ['lat'],
  })
  .refine((claim) => claim.radiusM === undefined || claim.lat !== undefined, {
    error: 'a radius needs lat and lon',
    path: ['radiusM'],
  })
  .meta({ id: 'LocationClaim' });

export const TimeClaim = z
  .strictObject({
    statement: Statement,
    earliest: Instant.optional(),
    latest: Instant.optional(),
    timezone: z
      .string()
      .refine((zone) => isTimeZone(zone), { error: 'not an IANA time zone' })
      .optional(),
  })
  .refine(
    ({ earliest, latest }) =>
      earliest === undefined || latest === undefined || Date.parse(earliest) <= Date.parse(latest),
    { error: 'latest lies before earliest', path: ['latest'] },
  )
  .meta({ id: 'TimeClaim' });

export const SourceClaim = z
  .strictObject({
    statement: Statement,
    handle: words({ min: 1, max: 300 }).optional(),
    platform: words({ min: 1, max: 100 }).optional(),
    name: words({ min: 1, max: 300 }).optional(),
  })
  .meta({ id: 'SourceClaim' });

const fields = {
  caseId: z.uuid().optional(),
  note: words({ max: 20_000 }).optional(),
  postedAt: Instant.optional().meta({
    description: 'When the post says it was published, as the submitter saw it.',
  }),
  claims: z
    .strictObject({
      location: LocationClaim.optional(),
      time: TimeClaim.optional(),
      source: SourceClaim.optional(),
    })
    .default({}),
  sensitivity: Sensitivity.default('none'),
  protectSubmitter: z.boolean().default(false),
};

/** Scheme, length and credentials of the URL are judged by the canonicaliser, which names the fault. */
const Url = words({ min: 1, max: 20_000 });

export const Submission = z.strictObject({ url: Url, ...fields }).meta({ id: 'Submission' });
export type Submission = z.infer<typeof Submission>;

export const UploadSubmission = z
  .strictObject({ url: Url.optional(), ...fields })
  .meta({ id: 'UploadSubmission' });
export type UploadSubmission = z.infer<typeof UploadSubmission>;

/** Rows are checked one by one later: one bad row never harms the others. */
export const BatchRequest = z
  .strictObject({ items: z.array(z.unknown()).min(1).max(1_000) })
  .meta({ id: 'BatchRequest' });
export type BatchRequest = z.infer<typeof BatchRequest>;

export const BatchResult = z
  .object({
    results: z.array(
      z.object({
        index: z.number().int(),
        outcome: z.enum(['created', 'duplicate', 'rejected']),
        clipId: z.uuid().optional(),
        problem: z
          .object({
            type: z.string(),
            title: z.string(),
            status: z.number().int(),
            code: z.string(),
            detail: z.string(),
            errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
          })
          .optional(),
      }),
    ),
  })
  .meta({ id: 'BatchResult' });

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
