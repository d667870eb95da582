import { words } from '../platform/http/words.js';

// Every character that some renderer breaks a line at (Unicode UAX #14, classes BK, CR, LF, NL).
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;

/** A warning that is read before anything is opened: one line of 1 to 200 characters. */
export const OneLine = words({ min: 1, max: 200 })
  .refine((text) => !LINE_BREAK.test(text), { error: 'must be one line' })
  .trim()
  .min(1);
