import { z } from 'zod';
import { PageQuery, Uuid } from '../../platform/http/validation.js';
import { words } from '../../platform/http/words.js';
import { Sensitivity } from '../../cases/index.js';
import { MapPoint, SelectorSchema } from '../annotations/annotation.contract.js';

export const SubjectKind = z
  .enum(['person', 'vehicle', 'insignia', 'landmark', 'text'])
  .meta({ id: 'SubjectKind' });
export type SubjectKind = z.infer<typeof SubjectKind>;

const fields = {
  name: words({ min: 1, max: 300 }).refine((name) => name.trim() !== '', { error: 'is empty' }),
  description: words({ max: 20_000 }),
};

export const SubjectRequest = z
  .strictObject({
    caseId: Uuid,
    kind: SubjectKind,
    name: fields.name,
    description: fields.description.nullable().default(null),
    mapPoint: MapPoint.nullable().default(null),
  })
  .meta({ id: 'SubjectRequest' });
export type SubjectRequest = z.infer<typeof SubjectRequest>;

export const SubjectPatch = z
  .strictObject({
    name: fields.name.optional(),
    description: fields.description.nullable().optional(),
    mapPoint: MapPoint.nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'nothing to change' })
  .meta({ id: 'SubjectPatch' });
export type SubjectPatch = z.infer<typeof SubjectPatch>;

export const SubjectQuery = PageQuery.extend({
  case: Uuid.optional(),
  kind: SubjectKind.optional(),
  q: words({ min: 1, max: 200 }).optional(),
});
export type SubjectQuery = z.infer<typeof SubjectQuery>;

export const Subject = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    kind: SubjectKind,
    name: z.string(),
    description: z.string().nullable(),
    mapPoint: MapPoint.nullable(),
    version: z.number().int(),
    createdBy: z.uuid(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Subject' });
export type Subject = z.infer<typeof Subject>;

export const SubjectPage = z
  .object({ items: z.array(Subject), nextCursor: z.uuid().nullable() })
  .meta({ id: 'SubjectPage' });

export const SubjectMark = z
  .object({
    id: z.uuid(),
    frameId: z.uuid().nullable(),
    ptsMs: z.number().int().nullable(),
    startMs: z.number().int().nullable(),
    endMs: z.number().int().nullable(),
    thumbUrl: z.string().nullable(),
    imageUrl: z.string().nullable(),
    size: z
      .object({ width: z.number().int(), height: z.number().int() })
      .nullable()
      .meta({ description: 'Of the picture that the selector speaks of, in pixels.' }),
    selector: SelectorSchema.nullable(),
  })
  .meta({ id: 'SubjectMark', description: 'An annotation that marks the subject.' });

export const Appearance = z
  .object({
    clipId: z.uuid(),
    title: z.string().nullable(),
    sensitivity: Sensitivity.meta({
      description: 'Of the clip: its pictures are veiled until the reader lifts that.',
    }),
    annotations: z.array(SubjectMark),
    firstMs: z.number().int(),
    lastMs: z.number().int(),
  })
  .meta({ id: 'SubjectAppearance' });
export type Appearance = z.infer<typeof Appearance>;

export const SubjectWithClips = Subject.extend({
  clips: z.array(Appearance),
  nextCursor: z
    .uuid()
    .nullable()
    .meta({ description: 'For the next clips, when there are more than `limit`.' }),
}).meta({ id: 'SubjectWithClips', description: 'A subject, and every clip in which it is marked.' });
export type SubjectWithClips = z.infer<typeof SubjectWithClips>;

export const ClipSubject = Subject.extend({
  here: Appearance,
  elsewhere: z
    .array(Appearance)
    .meta({ description: 'The first 200 clips of the subject; GET /subjects/{id} pages through all.' }),
}).meta({ id: 'ClipSubject', description: 'Who or what is marked in this clip, and where else.' });
export type ClipSubject = z.infer<typeof ClipSubject>;
export const ClipSubjectPage = z
  .object({ items: z.array(ClipSubject), nextCursor: z.uuid().nullable() })
  .meta({ id: 'ClipSubjectPage' });
