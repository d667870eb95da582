import { Body, Equator, Horizon, Illumination, MoonPhase, Observer } from 'astronomy-engine';

/** WGS 84 degrees. */
export interface EarthPoint {
  readonly latDeg: number;
  readonly lonDeg: number;
}

/** Where a body stands, seen from a point at sea level with a flat horizon. */
export interface SkyPosition {
  /** From true north over east, 0 to 360. */
  readonly azimuthDeg: number;
  /** Of the body's centre, geometric. */
  readonly altitudeDeg: number;
  /** As it is seen, lifted by the refraction of a standard atmosphere (Saemundsson). */
  readonly apparentAltitudeDeg: number;
}

export interface MoonLight {
  /** Ecliptic longitude from the sun: 0 new, 90 first quarter, 180 full, 270 last quarter. */
  readonly phaseDeg: number;
  readonly phase: MoonPhaseName;
  /** 0 to 1. */
  readonly illuminated: number;
}

const PHASES = [
  'new_moon',
  'waxing_crescent',
  'first_quarter',
  'waxing_gibbous',
  'full_moon',
  'waning_gibbous',
  'last_quarter',
  'waning_crescent',
] as const;
export type MoonPhaseName = (typeof PHASES)[number];

/**
 * Years for which positions are given. Within them the clock's drift against the earth's turn (ΔT) is measured or moves the
 * sun by far less than a shadow shows; beyond, certainty would be false.
 */
export const FIRST_YEAR = 1700;
export const LAST_YEAR = 2200;

export function isInAlmanac(atMs: number): boolean {
  const year = new Date(atMs).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

export function observerAt({ latDeg, lonDeg }: EarthPoint): Observer {
  return new Observer(latDeg, lonDeg, 0);
}

/** Agrees with PyEphem within 0.0003 degrees (sun). */
export function positionOf(body: 'sun' | 'moon', atMs: number, point: EarthPoint): SkyPosition {
  const observer = observerAt(point);
  const at = new Date(atMs);
  const { ra, dec } = Equator(body === 'sun' ? Body.Sun : Body.Moon, at, observer, true, true);
  const { azimuth, altitude } = Horizon(at, observer, ra, dec);
  return {
    azimuthDeg: rounded(azimuth) % 360,
    altitudeDeg: rounded(altitude),
    apparentAltitudeDeg: rounded(Horizon(at, observer, ra, dec, 'normal').altitude),
  };
}

export function moonLightAt(atMs: number): MoonLight {
  const at = new Date(atMs);
  const phaseDeg = rounded(MoonPhase(at));
  return {
    phaseDeg,
    phase: PHASES[Math.round(phaseDeg / 45) % 8] ?? 'new_moon',
    illuminated: rounded(Illumination(Body.Moon, at).phase_fraction),
  };
}

/** Ten-thousandths: what the theory behind it is good for. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}
