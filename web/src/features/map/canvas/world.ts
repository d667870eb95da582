import type { FeatureCollection, Point as PointGeometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import worldUrl from 'world-atlas/countries-50m.json?url';
import { middleOf, nameOf } from './country-names';

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export interface World {
  readonly countries: FeatureCollection;
  /** One point with a name and a rank (bigger countries first) for each country. */
  readonly names: FeatureCollection<PointGeometry, { name: string; rank: number }>;
}

let loading: Promise<Countries> | undefined;

/** Natural Earth's countries at 1:50 million, named in the reader's language. One request for the whole visit. */
export async function loadWorld(language: string): Promise<World> {
  loading ??= fetchWorld().catch((error: unknown) => {
    // The next map asks again.
    loading = undefined;
    throw error;
  });
  const topology = await loading;
  const countries = feature(topology, topology.objects.countries);
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  const features = countries.features.flatMap((country) => {
    const middle = middleOf(country.geometry);
    if (middle === null) return [];
    return {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: middle.at },
      properties: { name: nameOf(country, regions), rank: -middle.size },
    };
  });
  return { countries, names: { type: 'FeatureCollection', features } };
}

async function fetchWorld(): Promise<Countries> {
  const response = await fetch(worldUrl);
  if (!response.ok) throw new Error(`the base map answered ${response.status}`);
  return (await response.json()) as Countries;
}
