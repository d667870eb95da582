import { describe, expect, it } from '@jest/globals';
import { atMinute, firstDay, minutesOf, shareOf, stretchesOf, type Day } from './day-clock';

const day = {
  from: '2020-02-08T22:00:00.000Z',
  to: '2020-02-09T22:00:00.000Z',
  daylight: 'usual',
  sunrise: '2020-02-09T04:00:00.000Z',
  sunset: '2020-02-09T16:00:00.000Z',
  civilDawn: '2020-02-09T03:36:00.000Z',
  civilDusk: '2020-02-09T16:24:00.000Z',
} as unknown as Day;

describe('the day of a place', () => {
  it('has as many minutes as its zone gives it', () => {
    expect(minutesOf(day)).toBe(1440);
    expect(minutesOf({ ...day, to: '2020-02-09T21:00:00.000Z' })).toBe(1380);
    expect(atMinute(day, 90)).toBe('2020-02-08T23:30:00.000Z');
    expect(shareOf(day, '2020-02-09T10:00:00.000Z')).toBe(0.5);
  });
  it('goes from night to day and back', () => {
    expect(stretchesOf(day, 'day').map(({ light }) => light)).toEqual([
      'night',
      'twilight',
      'day',
      'twilight',
      'night',
    ]);
    expect(stretchesOf(day, 'day')[2]).toEqual({ light: 'day', from: 0.25, to: 0.75 });
  });
  it('may be one long day or night', () => {
    const nothing = { sunrise: null, sunset: null, civilDawn: null, civilDusk: null };
    expect(stretchesOf({ ...day, ...nothing, daylight: 'polar_day' }, 'day')).toEqual([
      { light: 'day', from: 0, to: 1 },
    ]);
    expect(stretchesOf({ ...day, ...nothing, daylight: 'polar_night' }, 'night')).toEqual([
      { light: 'night', from: 0, to: 1 },
    ]);
  });
  it('may begin in daylight', () => {
    const late = { ...day, civilDawn: null, sunrise: null };
    expect(stretchesOf(late, 'day').map(({ light }) => light)).toEqual(['day', 'twilight', 'night']);
  });
});

it('the first day is the claimed one, else that of the posting, else today', () => {
  const now = new Date('2026-01-02T03:04:05Z');
  expect(firstDay('2020-02-08T00:00:00Z', '2020-02-09T00:00:00Z', now)).toBe('2020-02-08');
  expect(firstDay(null, '2020-02-09T00:00:00Z', now)).toBe('2020-02-09');
  expect(firstDay(null, null, now)).toBe('2026-01-02');
});
