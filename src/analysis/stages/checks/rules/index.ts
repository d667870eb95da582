import type { Rule } from '../domain/rule.js';
import { earlierCopy } from './earlier-copy/rule.js';
import { postTime } from './post-time/rule.js';

/** Every rule, in the order in which outcomes are shown. */
export const RULES: readonly Rule[] = [earlierCopy, postTime];
