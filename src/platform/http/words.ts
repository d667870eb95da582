import { z } from 'zod';

/**
 * Text that is kept as it was written. PostgreSQL cannot hold U+0000, and half a surrogate pair has no UTF-8 form: both
 * are refused by name instead of being dropped.
 */
export function words(limits: { min?: number; max: number }) {
  return z
    .string()
    .min(limits.min ?? 0)
    .max(limits.max)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), {
      error: 'has a character that cannot be kept (U+0000 or half a surrogate pair)',
    });
}
