import { z } from 'zod';
import { EvidenceEntry, EvidenceList } from '../../findings/index.js';
import { words } from '../../platform/http/words.js';

const ConclusiveVerdict = z
  .enum(['confirmed', 'refuted', 'inconclusive', 'undeterminable'])
  .meta({ id: 'ConclusiveVerdict' });

/** A step of the checklist that was taken, or set aside with a reason. Steps are named by the desk's page; any name is taken. */
export const CheckedStep = z
  .strictObject({
    step: z.string().regex(/^[a-z0-9_]{1,64}$/, { error: 'a code of lower-case letters, digits and _' }),
    state: z.enum(['done', 'not_applicable']),
    note: words({ min: 1, max: 2_000 }).optional(),
  })
  .refine(({ state, note }) => state === 'done' || note !== undefined, {
    path: ['note'],
    error: 'say why the step does not apply',
  })
  .meta({ id: 'CheckedStep' });
export type CheckedStep = z.infer<typeof CheckedStep>;

const Checklist = z
  .array(CheckedStep)
  .max(40)
  .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length, {
    error: 'names a step twice',
  });

export const JudgementRequest = z
  .strictObject({
    verdict: ConclusiveVerdict,
    credibility: z.int().min(1).max(6).default(6).meta({
      description:
        'Admiralty credibility of the information: 1 confirmed by other sources (needs evidence of two independent origins) … 5 improbable, 6 cannot be judged.',
    }),
    rationale: words({ min: 1, max: 20_000 }).refine((text) => text.trim() !== '', { error: 'is empty' }),
    evidence: EvidenceList,
    checklist: Checklist.default([]).meta({
      description:
        'What was looked at before judging, and what was set aside with a reason. It reminds; nothing depends on it.',
    }),
  })
  .meta({ id: 'JudgementRequest' });
export type JudgementRequest = z.infer<typeof JudgementRequest>;

const common = {
  id: z.uuid(),
  claimId: z.uuid(),
  clipId: z.uuid(),
  madeBy: z.uuid(),
  verdict: ConclusiveVerdict,
  credibility: z.int().min(1).max(6),
  rationale: z.string(),
  evidence: z.array(EvidenceEntry),
  checklist: z.array(CheckedStep),
  createdAt: z.iso.datetime(),
};

export const Assessment = z
  .object({
    ...common,
    supersedes: z.uuid().nullable(),
    current: z.boolean().meta({ description: 'false once the same person has assessed the claim anew.' }),
  })
  .meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof Assessment>;

export const Ruling = z.object(common).meta({ id: 'Ruling' });
export type Ruling = z.infer<typeof Ruling>;

const withheld = z
  .boolean()
  .meta({ description: 'true when the case is blind and the reader has not judged the claim yet.' });

export const AssessmentList = z
  .object({ items: z.array(Assessment), nextCursor: z.null(), withheld })
  .meta({ id: 'AssessmentList' });
export type AssessmentList = z.infer<typeof AssessmentList>;

export const RulingList = z
  .object({ items: z.array(Ruling), nextCursor: z.null(), withheld })
  .meta({ id: 'RulingList' });
export type RulingList = z.infer<typeof RulingList>;
