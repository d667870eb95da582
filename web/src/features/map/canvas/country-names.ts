import type { Feature, Geometry, Position } from 'geojson';

/** Codes are numeric (ISO 3166-1); places without one keep Natural Earth's own name. */
export function nameOf(
  { id, properties }: Pick<Feature<Geometry, { name: string }>, 'id' | 'properties'>,
  regions: Intl.DisplayNames,
): string {
  if (id === undefined) return properties.name;
  const region = new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region;
  return region !== undefined && /^[A-Z]{2}$/.test(region)
    ? (regions.of(region) ?? properties.name)
    : properties.name;
}

/** The middle of a country's largest part. */
export function middleOf(geometry: Geometry): { readonly at: Position; readonly size: number } | null {
  const parts =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const middles = parts.map((part) => middleOfRing(part[0] ?? []));
  return middles.toSorted((a, b) => b.size - a.size)[0] ?? null;
}

/** Centroid by the shoelace formula. */
function middleOfRing(ring: readonly Position[]): { at: Position; size: number } {
  let [twiceArea, x, y] = [0, 0, 0];
  for (const [index, [lon = 0, lat = 0]] of ring.entries()) {
    const [nextLon = 0, nextLat = 0] = ring[(index + 1) % ring.length] ?? [];
    const cross = lon * nextLat - nextLon * lat;
    twiceArea += cross;
    x += (lon + nextLon) * cross;
    y += (lat + nextLat) * cross;
  }
  if (twiceArea === 0) return { at: [...(ring[0] ?? [0, 0])], size: 0 };
  return { at: [x / (3 * twiceArea), y / (3 * twiceArea)], size: Math.abs(twiceArea) / 2 };
}
