import geodesic from 'geographiclib-geodesic';
import type { EarthPoint } from './sky.js';

/** The shortest way over the WGS 84 ellipsoid (Karney 2013), to millimetres. */
export interface GeodesicLine {
  readonly distanceM: number;
  /** Where it sets out and how it arrives, from true north over east, 0 to 360; null between equal points. */
  readonly bearingDeg: number | null;
  readonly finalBearingDeg: number | null;
}

export function lineBetween(from: EarthPoint, to: EarthPoint): GeodesicLine {
  const { s12, azi1, azi2 } = geodesic.Geodesic.WGS84.Inverse(from.latDeg, from.lonDeg, to.latDeg, to.lonDeg);
  const distanceM = Math.round((s12 ?? 0) * 1000) / 1000;
  if (distanceM === 0) return { distanceM, bearingDeg: null, finalBearingDeg: null };
  return { distanceM, bearingDeg: bearing(azi1), finalBearingDeg: bearing(azi2) };
}

function bearing(azimuthDeg: number | undefined): number {
  return (Math.round((((azimuthDeg ?? 0) + 360) % 360) * 10_000) / 10_000) % 360;
}
