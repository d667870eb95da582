import type { Feature, FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { markImageName } from './mark-images';
import type { MapContent, Ring } from './map-content';
import { grounds, tones, type Scheme } from './palette';

/** What is drawn over the ground, as the sources of its layers. */
export function contentSources(content: MapContent, scheme: Scheme): Record<string, FeatureCollection> {
  const { marks, areas = [], lines = [], arrows = [] } = content;
  return {
    areas: collection(
      areas.map(({ rings, tone }) => ({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: rings.map(positions) },
        properties: { color: tones[scheme][tone] },
      })),
    ),
    lines: collection(
      lines.map(({ path, tone, isDashed = false }) => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: positions(path) },
        properties: { color: tones[scheme][tone], isDashed },
      })),
    ),
    arrows: collection(
      arrows.map(({ lat, lon, directionDeg, tone }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { image: markImageName('arrow', tone), directionDeg },
      })),
    ),
    marks: collection(
      marks.map(({ id, lat, lon, shape, tone, isHollow = false, label = '' }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { id, image: markImageName(shape, tone, isHollow), label: shortened(label) },
      })),
    ),
  };
}

export function contentLayers(scheme: Scheme): LayerSpecification[] {
  const { words, halo } = grounds[scheme];
  const color = ['get', 'color'] as const;
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-color': [...color], 'fill-opacity': 0.14 },
    },
    {
      id: 'area-edges',
      type: 'line',
      source: 'areas',
      paint: { 'line-color': [...color], 'line-width': 1.6 },
    },
    {
      id: 'lines',
      type: 'line',
      source: 'lines',
      filter: ['!', ['get', 'isDashed']],
      paint: { 'line-color': [...color], 'line-width': 2 },
    },
    {
      id: 'dashed-lines',
      type: 'line',
      source: 'lines',
      filter: ['get', 'isDashed'],
      paint: { 'line-color': [...color], 'line-width': 2, 'line-dasharray': [2, 2] },
    },
    {
      id: 'arrows',
      type: 'symbol',
      source: 'arrows',
      layout: {
        'icon-image': ['get', 'image'],
        'icon-rotate': ['get', 'directionDeg'],
        'icon-rotation-alignment': 'map',
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
      },
    },
    {
      id: 'clusters',
      type: 'circle',
      source: 'marks',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': halo,
        'circle-stroke-color': words,
        'circle-stroke-width': 2,
        'circle-radius': ['step', ['get', 'point_count'], 14, 50, 18, 500, 24],
      },
    },
    {
      id: 'cluster-counts',
      type: 'symbol',
      source: 'marks',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': words },
    },
    {
      id: 'marks',
      type: 'symbol',
      source: 'marks',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-allow-overlap': true,
        'text-field': ['get', 'label'],
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
        'text-optional': true,
      },
      paint: { 'text-color': words, 'text-halo-color': halo, 'text-halo-width': 1.4 },
    },
  ];
}

const LONGEST_LABEL = 40;
function shortened(label: string): string {
  const letters = Array.from(label);
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL).join('')}…` : label;
}

const positions = (ring: Ring) => ring.map(([lon, lat]) => [lon, lat]);
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
