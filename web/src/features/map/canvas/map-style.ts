import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { OwnTiles } from './own-tiles';
import { grounds, type Scheme } from './palette';
import { tileLayers } from './tile-layers';
import type { World } from './world';

interface Ground {
  readonly scheme: Scheme;
  readonly language: string;
  readonly world: World;
  readonly tiles: OwnTiles | null;
  /** Where the ground is from. */
  readonly attribution: string;
}

/** Borders and names of countries, or the desk's own tiles over them. No glyphs are asked for: labels are drawn from local fonts. */
export function groundStyle(ground: Ground): StyleSpecification {
  const { water } = grounds[ground.scheme];
  return {
    version: 8,
    sources: { ...worldSources(ground), ...tileSource(ground.tiles) },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': water } },
      ...worldLayers(ground.scheme),
      ...ownLayers(ground),
      ...(ground.tiles === null ? [countryNames(ground.scheme)] : []),
    ],
  };
}

function worldSources({
  world: { countries, names },
  attribution,
}: Ground): Record<string, SourceSpecification> {
  return {
    countries: { type: 'geojson', data: countries, attribution },
    countryNames: { type: 'geojson', data: names },
  };
}

function worldLayers(scheme: Scheme): LayerSpecification[] {
  const { land, border } = grounds[scheme];
  return [
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': land } },
    {
      id: 'borders',
      type: 'line',
      source: 'countries',
      paint: { 'line-color': border, 'line-width': 0.8 },
    },
  ];
}

function countryNames(scheme: Scheme): LayerSpecification {
  const { words, halo } = grounds[scheme];
  return {
    id: 'country-names',
    type: 'symbol',
    source: 'countryNames',
    layout: { 'text-field': ['get', 'name'], 'text-size': 12, 'symbol-sort-key': ['get', 'rank'] },
    paint: { 'text-color': words, 'text-halo-color': halo, 'text-halo-width': 1.2 },
  };
}

/** By the protocol that the canvas registers: the bytes come through the page's session. */
function tileSource(tiles: OwnTiles | null): Record<string, SourceSpecification> {
  if (tiles === null) return {};
  const url = `pmtiles://${tiles.archive.source.getKey()}`;
  return {
    tiles: tiles.kind === 'vector' ? { type: 'vector', url } : { type: 'raster', url, tileSize: 256 },
  };
}

function ownLayers({ tiles, scheme, language }: Ground): LayerSpecification[] {
  if (tiles === null) return [];
  if (tiles.kind === 'raster') return [{ id: 'tiles', type: 'raster', source: 'tiles' }];
  return tileLayers(tiles.layers, scheme, language);
}
