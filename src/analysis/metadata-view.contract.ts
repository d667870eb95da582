import { z } from 'zod';
import { metadataOutputSchema as MetadataOutput } from './stages/metadata/metadata.contract.js';
import { probeOutputSchema as ProbeOutput } from './stages/probe/probe.contract.js';

/** `GET /clips/:id/metadata`: a stage's fields are null until it has ended well. */
export const MetadataView = z
  .object({
    container: ProbeOutput.shape.container.nullable(),
    streams: ProbeOutput.shape.streams.nullable(),
    video: ProbeOutput.shape.video.nullable(),
    audio: ProbeOutput.shape.audio.nullable(),
    gps: MetadataOutput.shape.gps.nullable(),
    times: MetadataOutput.shape.times.nullable(),
    device: MetadataOutput.shape.device.nullable(),
    tags: MetadataOutput.shape.tags.nullable(),
    contentCredentials: MetadataOutput.shape.contentCredentials.nullable(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'ClipMetadata' });
export type MetadataView = z.infer<typeof MetadataView>;
