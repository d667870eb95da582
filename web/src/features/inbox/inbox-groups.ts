import type { Schemas } from '@/api/problem';

export type InboxItem = Schemas['InboxItem'];
export type Reason = InboxItem['why'][number];

export interface InboxGroup {
  readonly reason: Reason;
  readonly items: readonly InboxItem[];
}

const order: readonly Reason[] = [
  'yours',
  'needs_help',
  'disputed',
  'stale',
  'second_review',
  'unassigned',
  'in_review',
  'assigned',
];

/** Each clip once, under what is most pressing of it; within a group in the order of the desk: by priority, then what waits longest. */
export function grouped(items: readonly InboxItem[]): readonly InboxGroup[] {
  const groups = Map.groupBy(items, ({ why }) => why[0] ?? 'unassigned');
  return order.flatMap((reason) => {
    const found = groups.get(reason);
    return found === undefined ? [] : [{ reason, items: found }];
  });
}

/** What somebody who asks for work is given: the first that nobody has and that can be worked on. */
export function nextToTake(items: readonly InboxItem[]): InboxItem | undefined {
  return items.find(({ assigneeId, processing }) => assigneeId === null && processing !== 'cancelled');
}
