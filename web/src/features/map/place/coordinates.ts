import type { Point } from '../canvas/map-content';

/** Decimal degrees as the desk writes them everywhere: five decimals are a metre. */
export function coordinates({ lat, lon }: Point): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/** `420 m`, `3.2 km`, `1240 km` */
export function metres(distanceM: number): string {
  if (distanceM < 1000) return `${Math.round(distanceM)} m`;
  const km = distanceM / 1000;
  return `${km < 10 ? km.toFixed(1) : Math.round(km)} km`;
}
