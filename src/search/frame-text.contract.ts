import { z } from 'zod';

export const FrameText = z
  .object({
    frameId: z.uuid(),
    ptsMs: z.int(),
    text: z.string().meta({ description: 'As a machine read it, one line of the picture a line.' }),
    confidence: z.number().min(0).max(100).meta({ description: "The reader's own, 0 to 100." }),
  })
  .meta({ id: 'FrameText' });

export const FrameTextPage = z
  .object({ items: z.array(FrameText), nextCursor: z.uuid().nullable() })
  .meta({ id: 'FrameTextPage' });
export type FrameTextPage = z.infer<typeof FrameTextPage>;
