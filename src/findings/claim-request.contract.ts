import { z } from 'zod';
import { CLAIM_WORDS, LocationValue, OtherValue, SourceValue, TimeValue } from '../clips/index.js';

/** A claim that is added after submission: its value is that of a submission's claim of the same type. */
export const ClaimRequest = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('location'), ...CLAIM_WORDS, value: LocationValue.optional() }),
    z.strictObject({ type: z.literal('time'), ...CLAIM_WORDS, value: TimeValue.optional() }),
    z.strictObject({ type: z.literal('source'), ...CLAIM_WORDS, value: SourceValue.optional() }),
    z.strictObject({ type: z.literal('other'), ...CLAIM_WORDS, value: OtherValue.optional() }),
  ])
  .meta({ id: 'ClaimRequest' });
export type ClaimRequest = z.infer<typeof ClaimRequest>;
