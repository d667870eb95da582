import { z } from 'zod';
import { Uuid } from '../../platform/http/validation.js';
import { words } from '../../platform/http/words.js';
import { plainForm } from './domain/plain-form.js';

export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Web Annotation Data Model §3.3.5. */
export const Motivation = z
  .enum([
    'assessing',
    'bookmarking',
    'classifying',
    'commenting',
    'describing',
    'editing',
    'highlighting',
    'identifying',
    'linking',
    'moderating',
    'questioning',
    'replying',
    'tagging',
  ])
  .meta({ id: 'Motivation' });

export const TextualBody = z
  .strictObject({
    type: z.literal('TextualBody'),
    value: words({ min: 1, max: 20_000 }),
    purpose: Motivation.optional(),
    /** BCP 47. */
    language: z
      .string()
      .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}$/, 'not a language tag')
      .optional(),
    format: z.literal('text/plain').optional(),
  })
  .meta({ id: 'TextualBody', description: 'Always plain text: markup in it stays what was typed.' });
export type TextualBody = z.infer<typeof TextualBody>;

const fragmentSelector = {
  type: z.literal('FragmentSelector'),
  conformsTo: words({ max: 200 }).optional(),
  value: words({ min: 1, max: 200 }),
};
// As large as a request may be, so that too many points are named as that.
const svgSelector = { type: z.literal('SvgSelector'), value: words({ min: 1, max: 262_144 }) };
const pointSelector = { type: z.literal('PointSelector'), x: z.number(), y: z.number() };

const PlainSelector = z.discriminatedUnion('type', [
  z.strictObject(fragmentSelector),
  z.strictObject(svgSelector),
  z.strictObject(pointSelector),
]);
const refinedBy = { refinedBy: PlainSelector.optional() };
export const SelectorSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...fragmentSelector, ...refinedBy }),
    z.strictObject({ ...svgSelector, ...refinedBy }),
    z.strictObject({ ...pointSelector, ...refinedBy }),
  ])
  .meta({
    id: 'Selector',
    description:
      'FragmentSelector `xywh=percent:x,y,w,h`, `xywh=x,y,w,h` (pixels) or `t=start,end`; SvgSelector of plain shapes, at most 1 000 points; PointSelector in percent. A time range may be refined by a region.',
  });

export const MapPoint = z
  .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
  .meta({ id: 'MapPoint' });
export type MapPoint = z.infer<typeof MapPoint>;

export const Landmark = MapPoint.extend({
  agree: z.boolean(),
  note: words({ max: 4_000 }).optional(),
}).meta({ id: 'Landmark', description: 'The point of the map that this is, or is not, the same as.' });
export type Landmark = z.infer<typeof Landmark>;

export const Stance = z.enum(['supports', 'contradicts', 'neutral']).meta({ id: 'Stance' });

const context = z.union([
  z.literal(ANNO_CONTEXT),
  z
    .array(z.string().max(500))
    .max(5)
    .refine((all) => all.includes(ANNO_CONTEXT), { error: `must include ${ANNO_CONTEXT}` }),
]);

const annotation = z
  .strictObject({
    '@context': context.optional(),
    type: z.literal('Annotation'),
    motivation: Motivation.default('commenting'),
    body: z
      .preprocess((body) => (Array.isArray(body) ? body : [body]), z.array(TextualBody).max(20))
      .default([])
      .meta({ description: 'One TextualBody, or a list of them.' }),
    target: z.strictObject({ source: z.string().min(1).max(2_000), selector: SelectorSchema.optional() }),
    subjectId: Uuid.nullable().default(null),
    claimId: Uuid.nullable().default(null),
    stance: Stance.nullable().default(null),
    landmark: Landmark.nullable().default(null),
  })
  .refine(({ stance, claimId }) => stance === null || claimId !== null, {
    path: ['stance'],
    error: 'a stance needs a claimId',
  });
export const AnnotationRequest = z.preprocess(plainForm, annotation).meta({ id: 'AnnotationRequest' });
export type AnnotationRequest = z.infer<typeof AnnotationRequest>;

const setByTheDesk = {
  selectorAsWritten: z.unknown(),
  creator: z.unknown(),
  created: z.unknown(),
  modified: z.unknown(),
  anchor: z.unknown(),
  version: z.unknown(),
  clipId: z.unknown(),
  frameId: z.unknown(),
  withdrawnAt: z.unknown(),
};
export const SET_BY_THE_DESK = Object.keys(setByTheDesk) as (keyof typeof setByTheDesk)[];

/** Programs of the W3C model send a resource back as they read it: what the desk sets may come along, unchanged. */
export const AnnotationReplacement = z
  .preprocess(
    plainForm,
    annotation.safeExtend({
      id: Uuid.optional(),
      ...z.object(setByTheDesk).partial().shape,
    }),
  )
  .meta({ id: 'AnnotationReplacement' });
export type AnnotationReplacement = z.infer<typeof AnnotationReplacement>;

export const Anchor = z
  .object({
    originalSha256: z.string(),
    sourcePts: z.number().int().nullable(),
    timeBase: z.string().nullable(),
    ptsMs: z.number().int().nullable(),
    frameNumber: z.number().int().nullable(),
    startMs: z.number().int().nullable(),
    endMs: z.number().int().nullable(),
  })
  .meta({ id: 'AnnotationAnchor', description: 'What it is found by, whatever becomes of the frames.' });

export const Annotation = z
  .object({
    '@context': z.literal(ANNO_CONTEXT),
    id: z.uuid(),
    type: z.literal('Annotation'),
    motivation: Motivation,
    body: z.array(TextualBody),
    target: z.object({ source: z.string(), selector: SelectorSchema.optional() }),
    selectorAsWritten: SelectorSchema.nullable().meta({ description: 'As the client wrote it.' }),
    creator: z.object({ id: z.uuid() }),
    created: z.iso.datetime(),
    modified: z.iso.datetime(),
    anchor: Anchor,
    subjectId: z.uuid().nullable(),
    claimId: z.uuid().nullable(),
    stance: Stance.nullable(),
    landmark: Landmark.nullable(),
    version: z.number().int(),
    clipId: z.uuid(),
    frameId: z.uuid().nullable().meta({ description: 'The present frame at that time, if there is one.' }),
    withdrawnAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Annotation' });
export type Annotation = z.infer<typeof Annotation>;

export const AnnotationPage = z
  .object({ items: z.array(Annotation), nextCursor: z.uuid().nullable() })
  .meta({ id: 'AnnotationPage' });

export const AnnotationRevision = z
  .object({
    version: z.number().int(),
    content: z.record(z.string(), z.unknown()),
    changedBy: z.uuid(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'AnnotationRevision', description: 'An earlier wording, and who replaced it when.' });
export const AnnotationRevisionPage = z
  .object({ items: z.array(AnnotationRevision), nextCursor: z.string().nullable() })
  .meta({ id: 'AnnotationRevisionPage' });
