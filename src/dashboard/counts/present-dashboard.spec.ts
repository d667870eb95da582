import { expect, it } from '@jest/globals';
import { presentDashboard } from './present-dashboard.js';

const waiting = (day: string, amount: number) => ({ measure: 'waiting', state: '', day, amount });

it('groups what waits by whole days since it was submitted, whatever the hour and the clock', () => {
  const { ageing } = presentDashboard(
    {
      now: new Date('2026-11-23T00:10:00Z'),
      rows: [
        waiting('2026-11-24', 1),
        waiting('2026-11-23', 2),
        waiting('2026-11-22', 4),
        waiting('2026-11-21', 8),
        waiting('2026-11-20', 16),
        waiting('2026-11-16', 32),
        waiting('2026-10-24', 64),
        waiting('2019-01-01', 128),
        { measure: 'submitted', state: '', day: '2026-11-23', amount: 1000 },
      ],
      waiting: [],
    },
    14,
  );
  expect(ageing).toEqual([
    { fromDays: 0, toDays: 1, count: 3 },
    { fromDays: 1, toDays: 3, count: 12 },
    { fromDays: 3, toDays: 7, count: 16 },
    { fromDays: 7, toDays: 30, count: 32 },
    { fromDays: 30, toDays: null, count: 192 },
  ]);
});
