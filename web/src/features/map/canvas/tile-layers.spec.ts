import { describe, expect, it } from '@jest/globals';
import { tileLayers } from './tile-layers';

describe('the style of own tiles', () => {
  it('draws what it knows from the ground up, in both schemes, and leaves the rest out', () => {
    const protomaps = tileLayers(new Set(['places', 'roads', 'water', 'earth', 'unheard']), 'light', 'ar');
    expect(protomaps.map(({ id }) => id)).toEqual([
      'tiles-water',
      'tiles-water-lines',
      'tiles-roads-lines',
      'tiles-places-names',
    ]);
    const openMapTiles = tileLayers(new Set(['transportation', 'building']), 'dark', 'en');
    expect(openMapTiles.map(({ id }) => id)).toEqual(['tiles-building', 'tiles-transportation-lines']);
  });

  it('asks for names in the reader’s language first', () => {
    expect(JSON.stringify(tileLayers(new Set(['place']), 'light', 'ar'))).toContain('name:ar');
  });
});
