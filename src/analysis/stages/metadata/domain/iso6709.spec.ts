import { describe, expect, it } from '@jest/globals';
import { parseIso6709 } from './iso6709.js';

describe('parseIso6709', () => {
  it.each([
    ['+35.7600+036.7600+312.000/', 35.76, 36.76, 312],
    ['-33.8688+151.2093/', -33.8688, 151.2093, null],
    ['+35.76-000.12', 35.76, -0.12, null],
    ['+3545.6+03645.6/', 35.76, 36.76, null],
    ['+354536+0364536-12/', 35.76, 36.76, -12],
    ['+35.7600+036.7600+312.000CRSWGS_84/', 35.76, 36.76, 312],
  ])('%s', (text, lat, lon, altitudeM) => {
    const position = parseIso6709(text);
    expect(position?.lat).toBeCloseTo(lat, 6);
    expect(position?.lon).toBeCloseTo(lon, 6);
    expect(position?.altitudeM).toBe(altitudeM);
  });

  it.each(['', 'Damascus', '+95.0+036.0/', '+35.0+190.0/', '35.76,36.76', '+3545671234+036/'])(
    '"%s" is no position',
    (text) => {
      expect(parseIso6709(text)).toBeNull();
    },
  );
});
