import { z } from 'zod';

export const ChecksQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, { error: 'not a cursor of this list' })
    .optional(),
});
export type ChecksQuery = z.infer<typeof ChecksQuery>;

export const CheckOutcome = z
  .object({
    rule: z.string(),
    ruleVersion: z.string(),
    claimId: z.uuid().nullable().meta({ description: 'null for what concerns the clip as a whole.' }),
    outcome: z.enum(['supports', 'contradicts', 'neutral', 'not_applicable', 'failed']).meta({
      description:
        'An argument for or against, a note, nothing to compare (the summary says what was missing), or a rule that broke down. Never a verdict.',
    }),
    summary: z.string(),
    compared: z.record(z.string(), z.unknown()),
    findingId: z.uuid().nullable().meta({ description: 'The finding of an argument; null without one.' }),
    checkedAt: z.iso.datetime(),
  })
  .meta({ id: 'CheckOutcome' });
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const CheckOutcomePage = z
  .object({ items: z.array(CheckOutcome), nextCursor: z.string().nullable() })
  .meta({ id: 'CheckOutcomePage' });
export type CheckOutcomePage = z.infer<typeof CheckOutcomePage>;

export const RuleDescription = z
  .object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    readme: z
      .string()
      .meta({ description: 'Markdown: what is compared, what may be claimed, limits, false alarms.' }),
  })
  .meta({ id: 'RuleDescription' });

export const RuleDescriptionPage = z
  .object({ items: z.array(RuleDescription), nextCursor: z.null() })
  .meta({ id: 'RuleDescriptionPage' });
export type RuleDescriptionPage = z.infer<typeof RuleDescriptionPage>;
