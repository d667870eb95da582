import { expect, it } from '@jest/globals';
import { openSteps, stepsFor } from './checklist';

it('a step is open until it is done or set aside with a reason', () => {
  const all = stepsFor.location;
  expect(openSteps('location', {})).toEqual(all);
  const taken = {
    landmarks: { state: 'done', note: '' },
    shadows: { state: 'not_applicable', note: ' ' },
    terrain: { state: 'not_applicable', note: 'indoors' },
  } as const;
  expect(openSteps('location', taken)).toEqual(['gazetteer', 'shadows', 'signs', 'counter']);
});

it('whoever assesses is always asked what speaks against', () => {
  expect(Object.values(stepsFor).every((steps) => steps.at(-1) === 'counter')).toBe(true);
});
