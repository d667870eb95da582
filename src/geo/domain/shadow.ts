import { rounded, type SkyPosition } from './sky.js';

export interface Shadow {
  /** Where the shadow points, away from the sun: from true north over east, 0 to 360. */
  readonly directionDeg: number;
  /** Its length on level ground for each unit of height. */
  readonly lengthRatio: number;
}

/** The shadow of something upright on level ground; null while the sun is not above the horizon. */
export function shadowUnder({ azimuthDeg, apparentAltitudeDeg }: SkyPosition): Shadow | null {
  if (apparentAltitudeDeg <= 0) return null;
  return {
    directionDeg: rounded((azimuthDeg + 180) % 360),
    lengthRatio: rounded(1 / Math.tan((apparentAltitudeDeg * Math.PI) / 180)) + 0,
  };
}
