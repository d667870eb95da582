import { describe, expect, it } from '@jest/globals';
import { readCursor, writeCursor } from './inbox-place.js';

const id = '01970000-0000-7000-8000-000000000001';

describe('a cursor of an inbox', () => {
  it.each([
    { own: true, rank: 0, id },
    { own: false, rank: 7, id },
  ])('reads back as the place that it was written from: %j', (place) => {
    expect(readCursor(writeCursor(place))).toEqual(place);
  });

  it.each(['', id, `own.1.${id}x`, `other.1.${id}`, `own.-1.${id}`, `own.1e3.${id}`, 'own.1.not-an-id'])(
    'is not %j',
    (text) => {
      expect(readCursor(text)).toBeUndefined();
    },
  );
});
