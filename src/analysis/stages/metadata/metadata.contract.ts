import { z } from 'zod';
import { contentCredentialsSchema } from '../../../media/content-credentials-store.js';

export const gpsSchema = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  altitudeM: z.number().nullable(),
  /** Horizontal, as the device estimated it. */
  accuracyM: z.number().nullable(),
  /** The tag that it was read from, as `Group:Name`. */
  sourceTag: z.string(),
});

export const embeddedTimeSchema = z.object({
  tag: z.string(),
  /** As embedded. */
  raw: z.string(),
  /** RFC 3339, only when the zone is known. */
  utc: z.string().nullable(),
  /** `+02:00` as embedded, `Z` for UTC. */
  offset: z.string().nullable(),
  zoneKnown: z.boolean(),
  /** Why the zone is known or not, in plain language. */
  note: z.string().nullable(),
});

export const deviceSchema = z.object({
  make: z.string().nullable(),
  model: z.string().nullable(),
  software: z.string().nullable(),
  lens: z.string().nullable(),
});

export const metadataOutputSchema = z.object({
  gps: gpsSchema.nullable(),
  times: z.array(embeddedTimeSchema),
  device: deviceSchema.nullable(),
  /** What wrote the file, not what filmed it. */
  encoder: z.array(z.object({ tag: z.string(), value: z.string() })),
  /** `Group:Name` → text, for display: cleaned, 1 kB each, 256 kB in all. */
  tags: z.record(z.string(), z.string()),
  tagSource: z.enum(['exiftool', 'ffprobe', 'none']),
  contentCredentials: contentCredentialsSchema,
  /** Plain sentences on what the above means and does not mean. */
  notes: z.array(z.string()),
});

export type MetadataOutput = z.infer<typeof metadataOutputSchema>;
export type EmbeddedGps = z.infer<typeof gpsSchema>;
export type EmbeddedTime = z.infer<typeof embeddedTimeSchema>;
export type EmbeddedDevice = z.infer<typeof deviceSchema>;
