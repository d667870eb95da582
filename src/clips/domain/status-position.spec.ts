import { describe, expect, it } from '@jest/globals';
import { formatPosition, isBefore, parsePosition } from './status-position.js';

describe('a position', () => {
  it('is read back as it was written', () => {
    const position = { xid: 734, id: 9_007_199_254_740_991 };
    expect(parsePosition(formatPosition(position))).toEqual(position);
    expect(parsePosition('0-0')).toEqual({ xid: 0, id: 0 });
  });

  it.each([
    '',
    '7',
    '7-',
    '-7',
    '7-8-9',
    ' 7-8',
    '7-8 ',
    '+7-8',
    '07-8',
    '7e3-8',
    '7.5-8',
    '9007199254740993-1',
    'x-y',
    '7-8\n',
  ])('is not %j', (text) => {
    expect(parsePosition(text)).toBeUndefined();
  });

  it('goes by the transaction first, then by the row', () => {
    expect(isBefore({ xid: 7, id: 9 }, { xid: 8, id: 1 })).toBe(true);
    expect(isBefore({ xid: 8, id: 1 }, { xid: 8, id: 2 })).toBe(true);
    expect(isBefore({ xid: 8, id: 2 }, { xid: 8, id: 2 })).toBe(false);
    expect(isBefore({ xid: 8, id: 1 }, { xid: 7, id: 9 })).toBe(false);
  });
});
