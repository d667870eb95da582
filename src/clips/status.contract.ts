import { z } from 'zod';
import { PART_ERROR_CODES } from '../shared/errors.js';
import { PART_NAMES } from './domain/parts.js';
import { WORK_STATES } from './domain/work.js';

export const PartProblemSchema = z
  .object({ code: z.enum(PART_ERROR_CODES), message: z.string(), retryable: z.boolean() })
  .meta({ id: 'PartProblem' });

export const PartStatus = z
  .object({
    part: z.enum(PART_NAMES),
    state: z.enum(['waiting', 'running', 'complete', 'failed', 'skipped']),
    attempts: z.number().int(),
    progress: z.number().min(0).max(1).optional().meta({ description: 'Only while running.' }),
    outcome: z.string().nullable().meta({ description: 'What a finished part found: an outcome is data.' }),
    warnings: z.array(z.string()),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    error: PartProblemSchema.nullable(),
  })
  .meta({ id: 'PartStatus' });

export const ClaimVerdictSchema = z.enum([
  'unreviewed',
  'in_review',
  'confirmed',
  'refuted',
  'inconclusive',
  'undeterminable',
  'contested',
]);
export const ClaimTypeSchema = z.enum(['location', 'time', 'source', 'other']);
export const ProcessingStateSchema = z.enum([
  'queued',
  'running',
  'complete',
  'partial',
  'failed',
  'cancelled',
]);
export const WorkState = z.enum(WORK_STATES);
export const Verification = z.enum([
  'unreviewed',
  'in_review',
  'disputed',
  'refuted',
  'verified',
  'inconclusive',
]);

/** The small object that dashboards poll (contract §3). */
export const ClipStatus = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    updatedAt: z.iso.datetime(),
    processing: z.object({
      state: ProcessingStateSchema,
      progress: z.number().min(0).max(1),
      parts: z.array(PartStatus),
      error: PartProblemSchema.nullable(),
    }),
    work: WorkState,
    verification: Verification,
    claims: z.array(
      z.object({
        id: z.uuid(),
        type: ClaimTypeSchema,
        verdict: ClaimVerdictSchema,
        needsAttention: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ClipStatus' });
export type ClipStatus = z.infer<typeof ClipStatus>;
