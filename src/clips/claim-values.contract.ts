import { z } from 'zod';
import { words } from '../platform/http/words.js';

/** What may be said about a claim besides its value, in a submission as well as afterwards. */
export const CLAIM_WORDS = {
  statement: words({ min: 1, max: 10_000 }).meta({ description: 'Kept word for word.' }),
  claimedBy: words({ min: 1, max: 500 })
    .optional()
    .meta({ description: 'Who makes the claim, as it was told; not who handed it in.' }),
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, {
      error: 'not a language tag (BCP 47), such as ar or ckb-Arab',
    })
    .optional()
    .meta({ description: 'Language of the statement (BCP 47).' }),
};

const Instant = z.iso.datetime({ offset: true });

const LOCATION_FIELDS = {
  place: words({ min: 1, max: 500 }).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  radiusM: z.number().positive().max(20_037_508).optional(),
};
type Location = z.infer<z.ZodObject<typeof LOCATION_FIELDS>>;

const TIME_FIELDS = {
  earliest: Instant.optional(),
  latest: Instant.optional(),
  timezone: z
    .string()
    .refine((zone) => isTimeZone(zone), { error: 'not an IANA time zone' })
    .optional(),
};
type Time = z.infer<z.ZodObject<typeof TIME_FIELDS>>;

const SOURCE_FIELDS = {
  handle: words({ min: 1, max: 300 }).optional(),
  platform: words({ min: 1, max: 100 }).optional(),
  name: words({ min: 1, max: 300 }).optional(),
};

/** A flat record of short texts. */
export const OtherValue = z
  .record(words({ min: 1, max: 64 }), words({ max: 500 }))
  .refine((record) => Object.keys(record).length <= 50, { error: 'at most 50 entries' })
  .meta({ id: 'OtherValue' });

export const LocationValue = z
  .strictObject(LOCATION_FIELDS)
  .superRefine(checkLocation)
  .meta({ id: 'LocationValue' });
/** What a finding says of the place: the claim's fields, with its uncertainty in place of a radius. */
export const FoundLocation = z
  .strictObject({ ...omitRadius(LOCATION_FIELDS), uncertaintyM: LOCATION_FIELDS.radiusM })
  .superRefine(checkLocation)
  .meta({ id: 'FoundLocation' });
export const TimeValue = z.strictObject(TIME_FIELDS).superRefine(checkTime).meta({ id: 'TimeValue' });
export const SourceValue = z.strictObject(SOURCE_FIELDS).meta({ id: 'SourceValue' });

export const LocationClaim = z
  .strictObject({ ...CLAIM_WORDS, ...LOCATION_FIELDS })
  .superRefine(checkLocation)
  .meta({ id: 'LocationClaim' });
export const TimeClaim = z
  .strictObject({ ...CLAIM_WORDS, ...TIME_FIELDS })
  .superRefine(checkTime)
  .meta({ id: 'TimeClaim' });
export const SourceClaim = z.strictObject({ ...CLAIM_WORDS, ...SOURCE_FIELDS }).meta({ id: 'SourceClaim' });
export const OtherClaim = z
  .strictObject({ ...CLAIM_WORDS, value: OtherValue.optional() })
  .meta({ id: 'OtherClaim' });

function omitRadius({ radiusM: _radius, ...fields }: typeof LOCATION_FIELDS) {
  return fields;
}

function checkLocation(claim: Location, context: z.RefinementCtx): void {
  if ((claim.lat === undefined) !== (claim.lon === undefined))
    context.addIssue({ code: 'custom', message: 'lat and lon go together', path: ['lat'] });
  if (claim.radiusM !== undefined && claim.lat === undefined)
    context.addIssue({ code: 'custom', message: 'a radius needs lat and lon', path: ['radiusM'] });
}

function checkTime(claim: Time, context: z.RefinementCtx): void {
  const { earliest, latest } = claim;
  if (earliest !== undefined && latest !== undefined && Date.parse(earliest) > Date.parse(latest))
    context.addIssue({ code: 'custom', message: 'latest lies before earliest', path: ['latest'] });
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
