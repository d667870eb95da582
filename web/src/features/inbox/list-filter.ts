import type { operations } from '@/api/schema.gen';

type ListQuery = NonNullable<operations['ClipsController_list']['parameters']['query']>;
/** What the address says of the list. Texts, as they stand in it; the server judges them. */
export type ListFilter = { readonly [Name in FilterName]?: string };

export const filterNames = [
  'case',
  'q',
  'assignee',
  'work',
  'verification',
  'verdict',
  'claimType',
  'needsAttention',
  'processing',
  'sensitivity',
  'tag',
  'hasMatches',
  'submittedAfter',
  'submittedBefore',
  'timeFrom',
  'timeTo',
  'bbox',
  'near',
  'radiusM',
  'person',
] as const satisfies readonly (keyof ListQuery)[];
export type FilterName = (typeof filterNames)[number];
export type Order = 'newest' | 'oldest';

/** The router reads `true` and `12` as what they look like; an address that was typed may hold anything. */
export function readFilter(search: Readonly<Record<string, unknown>>): ListFilter {
  const filter: Partial<Record<FilterName, string>> = {};
  for (const name of filterNames) {
    const value = search[name];
    if (['string', 'number', 'boolean'].includes(typeof value) && value !== '') filter[name] = String(value);
  }
  return filter;
}

export function readOrder(search: Readonly<Record<string, unknown>>): Order {
  return search['order'] === 'oldest' ? 'oldest' : 'newest';
}

/** The query string of `GET /clips`, in one order whatever the address had: it also names what is cached. */
export function writeQuery(filter: ListFilter, order: Order): string {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = filter[name];
    if (value !== undefined) query.set(name, value);
  }
  if (order === 'oldest') query.set('order', order);
  return query.toString();
}

/** What an address of this list would hold, from a saved query. */
export function readQuery(query: string): Record<string, string> {
  const given = Object.fromEntries(new URLSearchParams(query));
  return { ...readFilter(given), ...(readOrder(given) === 'oldest' ? { order: 'oldest' } : {}) };
}

/** Filters that mean nothing alone go together: a point and its radius. */
export function without(filter: ListFilter, name: FilterName): ListFilter {
  const gone: readonly FilterName[] = name === 'near' || name === 'radiusM' ? ['near', 'radiusM'] : [name];
  return Object.fromEntries(
    Object.entries(filter).filter(([each]) => !gone.includes(each as FilterName)),
  ) as ListFilter;
}

/** One chip for each filter, and one for a circle. */
export function chipNames(filter: ListFilter): FilterName[] {
  return filterNames.filter(
    (name) => filter[name] !== undefined && !(name === 'radiusM' && filter.near !== undefined),
  );
}

interface Counts {
  readonly total: number;
  readonly processing: Readonly<Record<string, number>>;
  readonly work: Readonly<Record<string, number>>;
  readonly verification: Readonly<Record<string, number>>;
}

/** How many clips the list has, where the dashboard's counts tell it: by a case and at most one state. */
export function knownTotal(filter: ListFilter, counts: Counts | undefined): number | undefined {
  if (counts === undefined) return undefined;
  const names = chipNames(filter).filter((name) => name !== 'case');
  const [only, ...more] = names;
  if (only === undefined) return counts.total;
  if (more.length > 0) return undefined;
  if (only === 'processing' || only === 'work' || only === 'verification')
    return counts[only][filter[only] ?? ''] ?? 0;
  return undefined;
}
