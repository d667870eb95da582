import { describe, expect, it } from '@jest/globals';
import { timeClaim } from './time-claim.js';

describe('a claimed time', () => {
  it.each([
    ['an instant', '2020-02-09T14:03:00Z', '2020-02-09T14:03:00.000Z', '2020-02-09T14:03:00.000Z'],
    [
      'an instant in another zone',
      '2020-02-09T16:03:00+02:00',
      '2020-02-09T14:03:00.000Z',
      '2020-02-09T14:03:00.000Z',
    ],
    [
      'an instant without seconds lasts its minute',
      '2020-02-09 14:03Z',
      '2020-02-09T14:03:00.000Z',
      '2020-02-09T14:03:59.999Z',
    ],
    ['a day, wherever on earth', '2020-02-09', '2020-02-08T10:00:00.000Z', '2020-02-10T11:59:59.999Z'],
    ['two days', '2020-02-08/2020-02-09', '2020-02-07T10:00:00.000Z', '2020-02-10T11:59:59.999Z'],
    [
      'two instants',
      '2020-02-08T00:00:00Z / 2020-02-09T23:59:59Z',
      '2020-02-08T00:00:00.000Z',
      '2020-02-09T23:59:59.000Z',
    ],
    ['an open beginning', '../2020-02-09T00:00:00Z', undefined, '2020-02-09T00:00:00.000Z'],
    ['an open end', '2020-02-09T00:00:00Z/', '2020-02-09T00:00:00.000Z', undefined],
    ['a leap day', '2020-02-29', '2020-02-28T10:00:00.000Z', '2020-03-01T11:59:59.999Z'],
  ])('%s', (_, statement, earliest, latest) => {
    expect(timeClaim(statement)).toEqual({
      statement,
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
    });
  });

  it.each([
    'last winter',
    '2021-02-29',
    '2020-02-31T00:00:00Z',
    '2020-02-09T25:00:00Z',
    '2020-02-09T14:03:00',
    '/',
    '../..',
    'a/b/c',
    '12:00',
  ])('%s stays words', (statement) => {
    expect(timeClaim(statement)).toEqual({ statement });
  });

  it('a day in a named zone is that day there, also when clocks change in it', () => {
    expect(timeClaim('2020-02-09', 'Asia/Damascus')).toMatchObject({
      earliest: '2020-02-08T22:00:00.000Z',
      latest: '2020-02-09T21:59:59.999Z',
      timezone: 'Asia/Damascus',
    });
    expect(timeClaim('2020-03-29', 'Europe/Berlin')).toMatchObject({
      earliest: '2020-03-28T23:00:00.000Z',
      latest: '2020-03-29T21:59:59.999Z',
    });
    expect(timeClaim('2020-10-25', 'Europe/Berlin')).toMatchObject({
      earliest: '2020-10-24T22:00:00.000Z',
      latest: '2020-10-25T22:59:59.999Z',
    });
  });

  it('a zone that does not exist is a mistake', () => {
    expect(() => timeClaim('2020-02-09', 'Syria')).toThrow('"Syria" is no time zone');
  });
});
