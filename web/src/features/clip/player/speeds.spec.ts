import { expect, it } from '@jest/globals';
import { speedBeside } from './speeds.js';

it('goes from speed to speed and stays at both ends', () => {
  expect([speedBeside(1, 1), speedBeside(1, -1), speedBeside(4, 1), speedBeside(0.1, -1)]).toEqual([
    1.25, 0.75, 4, 0.1,
  ]);
});
