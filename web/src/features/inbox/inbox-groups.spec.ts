import { expect, it } from '@jest/globals';
import { grouped, nextToTake, type InboxItem } from './inbox-groups';

const item = (id: string, why: InboxItem['why'], over: Partial<InboxItem> = {}) =>
  ({ id, why, assigneeId: null, processing: 'complete', ...over }) as InboxItem;

it('shows each clip once, under what is most pressing, in the order that it came in', () => {
  const items = [
    item('a', ['unassigned']),
    item('b', ['yours', 'needs_help']),
    item('c', ['unassigned']),
    item('d', ['disputed', 'unassigned']),
  ];
  expect(grouped(items).map(({ reason, items: all }) => [reason, all.map(({ id }) => id)])).toEqual([
    ['yours', ['b']],
    ['disputed', ['d']],
    ['unassigned', ['a', 'c']],
  ]);
});

it('gives out what nobody has, and nothing that was cancelled', () => {
  const items = [
    item('a', ['yours'], { assigneeId: 'me' }),
    item('b', ['unassigned'], { processing: 'cancelled' }),
    item('c', ['unassigned']),
    item('d', ['unassigned']),
  ];
  expect(nextToTake(items)?.id).toBe('c');
  expect(nextToTake(items.slice(0, 2))).toBeUndefined();
});
