/** The processing parts of a clip, in the order in which they are shown. Later stages are added here and nowhere else. */
export const PARTS = [
  { part: 'acquire', needs: [], after: [], weight: 3 },
  { part: 'probe', needs: ['acquire'], after: [], weight: 1 },
  { part: 'metadata', needs: ['acquire'], after: [], weight: 1 },
  { part: 'frames', needs: ['probe'], after: [], weight: 5 },
  { part: 'fingerprint', needs: ['acquire'], after: ['frames'], weight: 1 },
  { part: 'match', needs: ['acquire'], after: ['fingerprint'], weight: 1 },
  { part: 'checks', needs: ['acquire'], after: ['metadata', 'match'], weight: 1 },
] as const satisfies readonly PartPlan[];

interface PartPlan {
  readonly part: string;
  /** Parts that must be complete before this one may start. */
  readonly needs: readonly string[];
  /** Parts that must have ended, well or not: this one makes do with what they left. */
  readonly after: readonly string[];
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
  const stateOf = new Map<string, PartState>(facts.map(({ part, state }) => [part, state]));
  const isComplete = (part: string) => stateOf.get(part) === 'complete';
  const hasEnded = (part: string) => !['waiting', 'running'].includes(stateOf.get(part) ?? 'waiting');
  return facts
    .filter(({ part, state }) => {
      const { needs, after } = planOf(part);
      return state === 'waiting' && needs.every(isComplete) && after.every(hasEnded);
    })
    .map(({ part }) => part);
}

/** Every part whose result the given one builds on, but for the bytes themselves: those are sealed and stay. */
export function analysisNeedsOf(part: PartName): PartName[] {
  const needs = planOf(part).needs.filter((need) => need !== 'acquire');
  return PART_NAMES.filter((name) =>
    needs.some((need) => need === name || analysisNeedsOf(need).includes(name)),
  );
}

/** Every part that directly or indirectly needs the given one: without it they cannot run. */
export function dependentsOf(part: PartName): PartName[] {
  return closureOf(part, ({ needs }) => needs);
}

/** Every part whose result may be another one when the given one is done again. */
export function followersOf(part: PartName): PartName[] {
  return closureOf(part, ({ needs, after }) => [...needs, ...after]);
}

function closureOf(part: PartName, links: (plan: PartPlan) => readonly string[]): PartName[] {
  const found = new Set<string>([part]);
  for (const plan of PARTS) {
    if (links(plan).some((link) => found.has(link))) found.add(plan.part);
  }
  found.delete(part);
  return PART_NAMES.filter((name) => found.has(name));
}
