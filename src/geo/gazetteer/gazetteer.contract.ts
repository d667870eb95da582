import { z } from 'zod';
import { words } from '../../platform/http/words.js';
import { PointText } from '../kit/point.contract.js';

/** GeoNames asks for it wherever its data is shown: https://creativecommons.org/licenses/by/4.0/ */
export const ATTRIBUTION = 'Place data: GeoNames (https://www.geonames.org), CC BY 4.0';

export const PLACE_NAME = words({ max: 200 }).refine((name) => name.trim() !== '', {
  error: 'empty',
});

export const GazetteerQuery = z.strictObject({
  q: PLACE_NAME.meta({ description: 'A name in any script and spelling.' }),
  near: PointText.optional().meta({
    description:
      'A point, as coordinates in any notation: among places whose names fit equally well the nearest come first.',
  }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type GazetteerQuery = z.infer<typeof GazetteerQuery>;

export const GazetteerPlace = z
  .object({
    id: z
      .string()
      .meta({ description: '`geonames:` and the id there, or `local:` and a number of this desk.' }),
    name: z.string(),
    matchedName: z.string().meta({ description: 'The spelling that fits what was asked for.' }),
    similarity: z.number().meta({
      description:
        '1: the same name after folding. 0.9: the same consonants in another script. Below: how alike the spellings are.',
    }),
    lat: z.number(),
    lon: z.number(),
    country: z.object({ code: z.string(), name: z.string() }).nullable(),
    region: z
      .object({ code: z.string(), name: z.string().nullable(), seat: z.string().nullable() })
      .nullable()
      .meta({
        description:
          'First-order division: its name when regions were imported, and the town that governs it.',
      }),
    feature: z
      .string()
      .nullable()
      .meta({ description: 'Class and code of GeoNames: `P.PPL` a populated place.' }),
    population: z.number().int().meta({ description: '0 when it is not known.' }),
    imported: z.boolean(),
    distanceM: z.number().nullable().meta({ description: 'From `near`.' }),
    bearingDeg: z.number().nullable().meta({ description: 'From `near`, from true north over east.' }),
  })
  .meta({ id: 'GazetteerPlace' });
export type GazetteerPlace = z.infer<typeof GazetteerPlace>;

export const GazetteerAnswer = z
  .object({
    items: z.array(GazetteerPlace),
    nextCursor: z.null(),
    ready: z.boolean().meta({
      description:
        'False while the places that come with the desk are still being read in: a name may be missing.',
    }),
    progress: z.number().meta({ description: '0 to 1.' }),
    attribution: z.string(),
  })
  .meta({ id: 'GazetteerAnswer' });
export type GazetteerAnswer = z.infer<typeof GazetteerAnswer>;

export const GazetteerImport = z
  .object({
    id: z.uuid(),
    format: z.enum(['geonames', 'csv']),
    sha256: z.string(),
    fileName: z.string().nullable(),
    rows: z.number().int(),
    places: z.number().int(),
    names: z.number().int(),
    skipped: z.number().int(),
    problems: z
      .array(z.object({ line: z.number().int(), problem: z.string() }))
      .meta({ description: 'The first 100 rows that could not be read.' }),
    madeBy: z.uuid(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'GazetteerImport' });
export type GazetteerImport = z.infer<typeof GazetteerImport>;

export const GazetteerImportPage = z
  .object({ items: z.array(GazetteerImport), nextCursor: z.uuid().nullable() })
  .meta({ id: 'GazetteerImportPage' });
