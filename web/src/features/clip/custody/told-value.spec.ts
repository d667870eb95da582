import { expect, it } from '@jest/globals';
import { toldLines } from './told-value';

it('tells lists and objects in lines, without ids and empty values', () => {
  expect(toldLines('word for word')).toEqual(['word for word']);
  expect(toldLines(null)).toEqual(['–']);
  expect(
    toldLines([
      {
        id: '0197a206-2d5b-7429-9d2e-032f5fde29c6',
        type: 'location',
        statement: 'the old bridge',
        value: { lat: 48.1, lon: 11.5, place: null },
      },
      { type: 'time', statement: 'filmed on 9 May' },
    ]),
  ).toEqual([
    'type location · statement the old bridge · value (lat 48.1 · lon 11.5)',
    'type time · statement filmed on 9 May',
  ]);
});
