import { describe, expect, it } from '@jest/globals';
import { shadowRequest } from './shadow-request';

const point = { lat: 35.76, lon: 36.76 };
const nothing = { directionDeg: null, toleranceDeg: null, lengthRatio: null, lastDay: '' };

describe('asking when a shadow fits', () => {
  it('needs a direction or a length, and a day', () => {
    expect(shadowRequest(point, '2020-02-09', nothing)).toBeNull();
    expect(shadowRequest(point, '', { ...nothing, directionDeg: 4 })).toBeNull();
  });
  it('says what it takes for granted', () => {
    expect(shadowRequest(point, '2020-02-09', { ...nothing, directionDeg: 0 })).toEqual({
      ...point,
      from: '2020-02-09',
      measured: { directionDeg: 0, directionToleranceDeg: 5, lengthTolerance: 0.1 },
    });
  });
  it('asks about several days when a last one is named', () => {
    const request = shadowRequest(point, '2020-02-09', { ...nothing, lengthRatio: 2, lastDay: '2020-02-11' });
    expect(request?.to).toBe('2020-02-11');
  });
});
