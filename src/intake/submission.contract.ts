import { z } from 'zod';
import { Instant, Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';
import { Sensitivity } from '../cases/index.js';
import { LocationClaim, OtherClaim, SourceClaim, TimeClaim } from '../clips/index.js';

const fields = {
  caseId: Uuid.optional(),
  note: words({ max: 20_000 }).optional(),
  postedAt: Instant.optional().meta({
    description: 'When the post says it was published, as the submitter saw it.',
  }),
  claims: z
    .strictObject({
      location: LocationClaim.optional(),
      time: TimeClaim.optional(),
      source: SourceClaim.optional(),
      other: OtherClaim.optional(),
    })
    .default({}),
  sensitivity: Sensitivity.default('none'),
  protectSubmitter: z.boolean().default(false),
};

/** Scheme, length and credentials of the URL are judged by the canonicaliser, which names the fault. */
const Url = words({ min: 1, max: 20_000 });

export const Submission = z.strictObject({ url: Url, ...fields }).meta({ id: 'Submission' });
export type Submission = z.infer<typeof Submission>;

export const UploadSubmission = z
  .strictObject({ url: Url.optional(), ...fields })
  .meta({ id: 'UploadSubmission' });
export type UploadSubmission = z.infer<typeof UploadSubmission>;

/** Rows are checked one by one later: one bad row never harms the others. */
export const BatchRequest = z
  .strictObject({ items: z.array(z.unknown()).min(1).max(1_000) })
  .meta({ id: 'BatchRequest' });
export type BatchRequest = z.infer<typeof BatchRequest>;

export const BatchResult = z
  .object({
    results: z.array(
      z.object({
        index: z.number().int(),
        outcome: z.enum(['created', 'duplicate', 'rejected']),
        clipId: z.uuid().optional(),
        problem: z
          .object({
            type: z.string(),
            title: z.string(),
            status: z.number().int(),
            code: z.string(),
            detail: z.string(),
            errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
          })
          .optional(),
      }),
    ),
  })
  .meta({ id: 'BatchResult' });
