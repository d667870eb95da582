import { describe, expect, it } from '@jest/globals';
import { middleOf, nameOf } from './country-names';

const box = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('names of countries', () => {
  const arabic = new Intl.DisplayNames('ar', { type: 'region' });
  it('are in the reader’s language where Natural Earth gives the code', () => {
    expect(nameOf({ id: '760', properties: { name: 'Syria' } }, arabic)).toBe('سوريا');
    expect(nameOf({ id: '4', properties: { name: 'Afghanistan' } }, arabic)).toBe('أفغانستان');
  });
  it('stay as they are where it gives none', () => {
    expect(nameOf({ properties: { name: 'Siachen Glacier' } }, arabic)).toBe('Siachen Glacier');
  });
  it('stand in the middle of the largest part', () => {
    const middle = middleOf({ type: 'MultiPolygon', coordinates: [[box(0, 0, 1)], [box(10, 10, 4)]] });
    expect(middle).toEqual({ at: [12, 12], size: 16 });
  });
});
