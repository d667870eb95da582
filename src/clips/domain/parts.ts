/** The processing parts of a clip, in the order in which they are shown. Later stages are added here and nowhere else. */
export const PARTS = [
  { part: 'acquire', needs: [], weight: 3 },
  { part: 'probe', needs: ['acquire'], weight: 1 },
  { part: 'metadata', needs: ['acquire'], weight: 1 },
  { part: 'frames', needs: ['probe'], weight: 5 },
] as const satisfies readonly PartPlan[];

interface PartPlan {
  readonly part: string;
  /** Parts that must be complete before this one may start. */
  readonly needs: readonly string[];
  /** Share of the clip's progress bar. */
  readonly weight: number;
}

export type PartName = (typeof PARTS)[number]['part'];
export const PART_NAMES = PARTS.map(({ part }) => part);

export type PartState = 'waiting' | 'running' | 'complete' | 'failed' | 'skipped';

export interface PartFacts {
  readonly part: PartName;
  readonly state: PartState;
  /** 0..1 within the present run. */
  readonly progress: number;
}

export function isPartName(name: string): name is PartName {
  return PARTS.some(({ part }) => part === name);
}

export function planOf(part: PartName): (typeof PARTS)[number] {
  const plan = PARTS.find((candidate) => candidate.part === part);
  if (plan === undefined) throw new RangeError(`no such part: ${part}`);
  return plan;
}

/** Parts that wait for nothing but a worker. */
export function dueParts(facts: readonly PartFacts[]): PartName[] {
  const complete = new Set(facts.filter(({ state }) => state === 'complete').map(({ part }) => part));
  return facts
    .filter(
      ({ part, state }) => state === 'waiting' && planOf(part).needs.every((need) => complete.has(need)),
    )
    .map(({ part }) => part);
}

/** Every part whose result the given one builds on, but for the bytes themselves: those are sealed and stay. */
export function analysisNeedsOf(part: PartName): PartName[] {
  const needs = planOf(part).needs.filter((need) => need !== 'acquire');
  return PART_NAMES.filter((name) =>
    needs.some((need) => need === name || analysisNeedsOf(need).includes(name)),
  );
}

/** Every part that directly or indirectly needs the given one. */
export function dependentsOf(part: PartName): PartName[] {
  const found = new Set<string>([part]);
  for (const plan of PARTS) {
    if (plan.needs.some((need) => found.has(need))) found.add(plan.part);
  }
  found.delete(part);
  return PART_NAMES.filter((name) => found.has(name));
}
