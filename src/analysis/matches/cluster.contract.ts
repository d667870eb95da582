import { z } from 'zod';

export const ClusterMember = z
  .object({
    clipId: z.uuid(),
    caseId: z.uuid(),
    title: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    platform: z.string().nullable(),
    firstKnownAt: z.iso.datetime(),
    firstKnownBy: z.enum(['post_id', 'platform', 'submitter', 'submission']).meta({
      description:
        "Decoded from the post's id, told by the platform, seen by a submitter on the post, or when it was handed in.",
    }),
    durationMs: z.number().nullable(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    bitRate: z.number().nullable(),
  })
  .meta({ id: 'ClusterMember' });
export type ClusterMember = z.infer<typeof ClusterMember>;

export const Cluster = z
  .object({
    clipId: z.uuid(),
    size: z.number().int().meta({ description: 'All members, this clip and those elsewhere among them.' }),
    elsewhere: z
      .number()
      .int()
      .meta({ description: 'Members in cases that this reader cannot see: ask the lead.' }),
    isCut: z
      .boolean()
      .meta({ description: 'There are more; those that are nearest to this clip are shown.' }),
    earliestKnown: z.uuid().nullable().meta({ description: 'Of the members that this reader can see.' }),
    longest: z.uuid().nullable(),
    bestQuality: z
      .uuid()
      .nullable()
      .meta({ description: 'The most pixels; of those with as many, the most bits a second.' }),
    items: z.array(ClusterMember),
    nextCursor: z.uuid().nullable(),
  })
  .meta({ id: 'Cluster' });
export type Cluster = z.infer<typeof Cluster>;
