import { expect, it } from '@jest/globals';
import { latestDays, mostMinutes } from './exposure-days';

const day = (date: number, minutes: number) => ({ day: `2026-11-${String(date).padStart(2, '0')}`, minutes });

it('shows the latest fourteen days, newest first', () => {
  const days = Array.from({ length: 20 }, (_, index) => day(index + 1, index));
  const shown = latestDays(days);
  expect(shown).toHaveLength(14);
  expect([shown[0]?.day, shown.at(-1)?.day]).toEqual(['2026-11-20', '2026-11-07']);
});

it('measures bars by the longest day, also when there is none', () => {
  expect(mostMinutes([day(1, 3), day(2, 40)])).toBe(40);
  expect(mostMinutes([])).toBe(1);
});
