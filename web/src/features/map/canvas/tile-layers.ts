import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { grounds, type Scheme } from './palette';

/** What a layer of tiles is, by its name in the schemes of Protomaps and OpenMapTiles. */
const meanings: Readonly<Record<string, 'green' | 'water' | 'road' | 'building' | 'border' | 'name'>> = {
  landuse: 'green',
  landcover: 'green',
  park: 'green',
  water: 'water',
  waterway: 'water',
  roads: 'road',
  transportation: 'road',
  buildings: 'building',
  building: 'building',
  boundaries: 'border',
  boundary: 'border',
  places: 'name',
  place: 'name',
  pois: 'name',
  transportation_name: 'name',
  water_name: 'name',
};
const order = ['green', 'water', 'building', 'road', 'border', 'name'] as const;

/** A plain style for the layers that an archive has, in drawing order; layers of other names are left out. */
export function tileLayers(
  names: ReadonlySet<string>,
  scheme: Scheme,
  language: string,
): LayerSpecification[] {
  const known = [...names].flatMap((name) => {
    const meaning = meanings[name];
    return meaning === undefined ? [] : [{ name, meaning }];
  });
  return known
    .toSorted((a, b) => order.indexOf(a.meaning) - order.indexOf(b.meaning))
    .flatMap(({ name, meaning }) => drawn(name, meaning, scheme, language));
}

function drawn(
  name: string,
  meaning: (typeof order)[number],
  scheme: Scheme,
  language: string,
): LayerSpecification[] {
  const ground = grounds[scheme];
  const base = { source: 'tiles', 'source-layer': name } as const;
  const areas: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
  const lines: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
  const fill = (color: string): LayerSpecification => ({
    ...base,
    id: `tiles-${name}`,
    type: 'fill',
    filter: areas,
    paint: { 'fill-color': color },
  });
  const line = (color: string, width: number): LayerSpecification => ({
    ...base,
    id: `tiles-${name}-lines`,
    type: 'line',
    filter: lines,
    paint: { 'line-color': color, 'line-width': width },
  });
  switch (meaning) {
    case 'green':
      return [fill(ground.green)];
    case 'water':
      return [fill(ground.water), line(ground.water, 1)];
    case 'building':
      return [{ ...fill(ground.building), minzoom: 13 }];
    case 'road':
      return [line(ground.road, 1.6)];
    case 'border':
      return [line(ground.border, 0.8)];
    case 'name':
      return [nameLayer(base, name, scheme, language)];
  }
}

function nameLayer(
  base: { readonly source: string; readonly 'source-layer': string },
  name: string,
  scheme: Scheme,
  language: string,
): LayerSpecification {
  const { words, halo } = grounds[scheme];
  return {
    ...base,
    id: `tiles-${name}-names`,
    type: 'symbol',
    layout: {
      'text-field': ['coalesce', ['get', `name:${language}`], ['get', 'name'], ''],
      'text-size': 12,
    },
    paint: { 'text-color': words, 'text-halo-color': halo, 'text-halo-width': 1.2 },
  };
}
