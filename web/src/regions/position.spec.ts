import { describe, expect, it } from '@jest/globals';
import { parsePosition } from './position';

describe('a position', () => {
  it.each([
    ['35.7601, 36.7598', 35.7601, 36.7598],
    ['35.7601 36.7598', 35.7601, 36.7598],
    ['-12.5,-70', -12.5, -70],
    ['35.7601N, 36.7598W', 35.7601, -36.7598],
    ['35°45\'36"N 36°45\'36"E', 35.76, 36.76],
    ['geo:35.76,36.76', 35.76, 36.76],
    ['٣٥٫٧٦، ٣٦٫٧٦', 35.76, 36.76],
  ])('%s is read', (text, lat, lon) => {
    expect(parsePosition(text)).toEqual({ lat, lon });
  });

  it.each(['', 'near the mosque', '91, 10', '10, 181', '35.76', '35,76, 36,76', '1,2,3'])(
    '%j is not guessed',
    (text) => {
      expect(parsePosition(text)).toBeUndefined();
    },
  );
});
