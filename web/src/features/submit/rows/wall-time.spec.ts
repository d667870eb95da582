import { describe, expect, it } from '@jest/globals';
import { instantOf, isZone } from './wall-time';

describe('a time as people write it', () => {
  it('is read in its zone, summer and winter', () => {
    expect(instantOf('2024-05-06 14:03', 'Europe/Berlin', 'first')).toBe('2024-05-06T12:03:00.000Z');
    expect(instantOf('2024-01-06T14:03:07', 'Europe/Berlin', 'first')).toBe('2024-01-06T13:03:07.000Z');
    expect(instantOf(' 2024-05-06 14:03 ', 'UTC', 'last')).toBe('2024-05-06T14:03:00.000Z');
  });

  it('has its own offset if it says one, whatever the zone', () => {
    for (const text of [
      '2024-05-06T14:03+03:00',
      '2024-05-06 14:03:00 +03:00',
      '2024-05-06T11:03:00Z',
      '2024-05-06 11:03 Z',
    ])
      expect([text, instantOf(text, 'Asia/Tokyo', 'first')]).toEqual([text, '2024-05-06T11:03:00.000Z']);
  });

  it('that is a day alone begins and ends with the day of the zone', () => {
    expect(instantOf('2024-05-06', 'Asia/Kathmandu', 'first')).toBe('2024-05-05T18:15:00.000Z');
    expect(instantOf('2024-05-06', 'Asia/Kathmandu', 'last')).toBe('2024-05-06T18:14:59.000Z');
  });

  it('that occurs twice is taken so that the stretch holds both', () => {
    expect(instantOf('2024-10-27 02:30', 'Europe/Berlin', 'first')).toBe('2024-10-27T00:30:00.000Z');
    expect(instantOf('2024-10-27 02:30', 'Europe/Berlin', 'last')).toBe('2024-10-27T01:30:00.000Z');
  });

  it.each([
    '2024-03-31 02:30',
    '2024-02-30',
    '2024-02-30T10:00Z',
    '2024-05-06 25:00',
    '2024-05-06 10:61',
    'yesterday',
    '06.05.2024',
    '',
  ])('that never was or cannot be read is none: %s', (text) =>
    expect(instantOf(text, 'Europe/Berlin', 'first')).toBeUndefined(),
  );

  it('without a zone that exists is none', () => {
    expect(instantOf('2024-05-06', 'Mars/Olympus', 'first')).toBeUndefined();
    expect([isZone('Asia/Damascus'), isZone(''), isZone('Damascus')]).toEqual([true, false, false]);
  });
});
