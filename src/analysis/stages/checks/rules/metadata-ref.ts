import type { RuleEvidence } from '../domain/rule.js';

/** A tag by its dotted path in the clip's metadata; one whose name has no such path is told as the tags as a whole. */
export function tagEvidence(tag: string): RuleEvidence {
  return { kind: 'metadata', ref: /^[A-Za-z0-9_:-]{1,200}$/.test(tag) ? `tags.${tag}` : 'tags' };
}
