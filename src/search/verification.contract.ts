import { z } from 'zod';

export const Difference = z
  .object({
    code: z.string(),
    severity: z.string(),
    subject: z.string(),
    message: z.string(),
    expected: z.string().optional(),
    found: z.string().optional(),
  })
  .meta({ id: 'CustodyDifference' });

export const Verification = z
  .object({
    id: z.uuid(),
    requestedAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    report: z
      .object({
        startedAt: z.string(),
        finishedAt: z.string(),
        ok: z.boolean(),
        custodyRoleProtected: z.boolean(),
        counts: z.record(z.string(), z.number()),
        differences: z.array(Difference),
      })
      .nullable(),
  })
  .meta({ id: 'CustodyVerification' });
export type Verification = z.infer<typeof Verification>;
