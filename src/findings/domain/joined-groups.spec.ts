import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JoinedGroups } from './joined-groups.js';

describe('groups that are joined', () => {
  it('are one for whatever is linked, however many steps apart, and named by the first key', () => {
    const groups = new JoinedGroups();
    groups.join([
      ['c', 'd'],
      ['b', 'c'],
      ['x', 'y'],
    ]);
    expect(['b', 'c', 'd', 'x', 'y', 'z'].map((key) => groups.groupOf(key))).toEqual([
      'b',
      'b',
      'b',
      'x',
      'x',
      'z',
    ]);
  });

  it('are the same in whatever order the links come', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    const key = fc.constantFrom(...keys);
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key)), (links) => {
        const [one, other] = [new JoinedGroups(), new JoinedGroups()];
        one.join(links);
        other.join(links.toReversed());
        for (const each of keys) expect(one.groupOf(each)).toBe(other.groupOf(each));
        for (const [a, b] of links) expect(one.groupOf(a)).toBe(one.groupOf(b));
      }),
    );
  });
});
