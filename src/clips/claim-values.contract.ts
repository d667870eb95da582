import { z } from 'zod';
import { isTimeZone, readClaimedTime, readCoordinates, TIME_PRECISIONS } from '../geo/index.js';
import { Instant } from '../platform/http/validation.js';
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

const Longitude = z.number().min(-180).max(180);
const Latitude = z.number().min(-90).max(90);
const Ring = z.array(z.tuple([Longitude, Latitude]));

const LOCATION_FIELDS = {
  place: words({ min: 1, max: 500 }).optional(),
  lat: Latitude.optional(),
  lon: Longitude.optional(),
  coordinates: words({ min: 1, max: 2_000 }).optional().meta({
    description:
      'As written: decimal degrees, degrees with minutes and seconds, MGRS, a full Plus code, a geo: or map link. The point that was read stands beside it in answers.',
  }),
  polygon: z
    .union([Ring, z.array(Ring)])
    .optional()
    .meta({
      description: 'One or more closed rings of [longitude, latitude], as in GeoJSON; at most 1 000 points.',
    }),
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
  edtf: words({ min: 1, max: 500 })
    .optional()
    .meta({ description: 'Date or interval in EDTF (ISO 8601-2), levels 0 to 2.' }),
  precision: z.enum(TIME_PRECISIONS).optional(),
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
/** What a finding says of the place: the claim's fields, with its uncertainty in place of a radius, and where the camera looked. */
export const FoundLocation = z
  .strictObject({
    ...omitRadius(LOCATION_FIELDS),
    uncertaintyM: LOCATION_FIELDS.radiusM,
    viewDirectionDeg: z.number().min(0).max(360).optional().meta({
      description: 'Where the camera looked, from true north over east.',
    }),
    fieldOfViewDeg: z.number().min(1).max(360).optional().meta({
      description: 'Horizontal angle that the picture shows, from edge to edge.',
    }),
  })
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

type Fault = readonly [path: 'lat' | 'radiusM' | 'coordinates' | 'polygon', message: string];

function checkLocation(claim: Location, context: z.RefinementCtx): void {
  for (const [path, message] of locationFaults(claim))
    context.addIssue({ code: 'custom', message, path: [path] });
}

function locationFaults({ lat, lon, radiusM, coordinates, polygon }: Location): Fault[] {
  const faults: Fault[] = [];
  if ((lat === undefined) !== (lon === undefined)) faults.push(['lat', 'lat and lon go together']);
  const points = [lat, coordinates, polygon].filter((given) => given !== undefined).length;
  if (points > 1) faults.push(['coordinates', 'give one of lat and lon, coordinates, and polygon']);
  if (radiusM !== undefined && lat === undefined && coordinates === undefined)
    faults.push(['radiusM', 'a radius needs a point']);
  if (coordinates !== undefined) {
    const reading = readCoordinates(coordinates);
    if ('problem' in reading) faults.push(['coordinates', reading.problem]);
  }
  if (polygon !== undefined && !ringsOf(polygon).every(isClosed))
    faults.push(['polygon', 'each ring needs at least four points, the last like the first']);
  return faults;
}

export type PolygonValue = NonNullable<Location['polygon']>;
type RingValue = z.infer<typeof Ring>;

/** A single ring may be given without the array around it. */
export function ringsOf(polygon: PolygonValue): RingValue[] {
  return polygon.every((item): item is RingValue[number] => typeof item[0] === 'number')
    ? [polygon]
    : polygon;
}

function isClosed(ring: RingValue): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function checkTime(claim: Time, context: z.RefinementCtx): void {
  // Checks of the whole run even after a field's own format was refused.
  const unreadable = [claim.earliest, claim.latest].some(
    (text) => text !== undefined && Number.isNaN(Date.parse(text)),
  );
  if (unreadable) return;
  const reading = readClaimedTime(claim);
  if ('problem' in reading && reading.path !== 'timezone')
    context.addIssue({ code: 'custom', message: reading.problem, path: [reading.path] });
}
