import { z } from 'zod';

/** What the desk's maps are drawn from besides the borders that come with the page. */
export const MapSetup = z
  .object({
    tiles: z.object({ url: z.string(), sizeBytes: z.number().int() }).nullable().meta({
      description: "An archive of the desk's own (PMTiles), read by byte ranges; null without one.",
    }),
  })
  .meta({ id: 'MapSetup' });
export type MapSetup = z.infer<typeof MapSetup>;
