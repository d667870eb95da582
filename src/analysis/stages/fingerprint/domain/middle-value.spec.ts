import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueAtPlace } from './middle-value.js';

describe('the value at a place', () => {
  it('is what sorting would put there', () => {
    const number = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 300 }), fc.nat(), (numbers, seed) => {
        const place = seed % numbers.length;
        const sorted = Float64Array.from(numbers).sort();
        // 0 and -0 are one value here.
        expect(valueAtPlace(Float64Array.from(numbers), place) - 0 === sorted[place]! - 0).toBe(true);
      }),
    );
  });
});
