import type { FilterName } from './list-filter';

/** Filters that take one of a few words. Their texts are those of the badges, or this room's own. */
export const choices = {
  work: ['unassigned', 'assigned', 'in_review', 'second_review', 'needs_help', 'closed'],
  verification: ['unreviewed', 'in_review', 'disputed', 'refuted', 'verified', 'inconclusive'],
  processing: ['queued', 'running', 'complete', 'partial', 'failed', 'cancelled'],
  claimType: ['location', 'time', 'source', 'other'],
  verdict: ['unreviewed', 'in_review', 'confirmed', 'refuted', 'inconclusive', 'undeterminable', 'contested'],
  sensitivity: ['none', 'personal', 'graphic'],
  needsAttention: ['true', 'false'],
  hasMatches: ['true', 'false'],
} as const satisfies Partial<Record<FilterName, readonly string[]>>;
export type ChoiceName = keyof typeof choices;
export const choiceNames = Object.keys(choices) as readonly ChoiceName[];

export const isChoice = (name: FilterName): name is ChoiceName => name in choices;

/** The key of a choice's text, with its namespace. */
export function choiceKey(name: ChoiceName, value: string): string {
  return name === 'needsAttention' || name === 'hasMatches'
    ? `inbox:${name}.${value === 'true'}`
    : `ui:${name}.${value}`;
}
