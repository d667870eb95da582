import { readFile } from 'node:fs/promises';
import type { Rule } from './domain/rule.js';
import { RULES } from './rules/index.js';

export interface DescribedRule {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Markdown: what the rule compares, what it may claim, its limits and false alarms. */
  readonly readme: string;
}

let described: Promise<DescribedRule[]> | undefined;

/** Every rule with its README, in the order in which outcomes are shown. Read once: they are part of the build. */
export function describeRules(): Promise<DescribedRule[]> {
  described ??= Promise.all(RULES.map(describe));
  return described;
}

async function describe({ id, version }: Rule): Promise<DescribedRule> {
  const readme = await readFile(new URL(`./rules/${id}/README.md`, import.meta.url), 'utf8');
  const title = /^# (.+)$/m.exec(readme)?.[1] ?? id;
  return { id, version, title, readme };
}
