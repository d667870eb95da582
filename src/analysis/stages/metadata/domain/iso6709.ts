export interface Iso6709Position {
  readonly lat: number;
  readonly lon: number;
  readonly altitudeM: number | null;
}

/** ISO 6709 Annex H, for example `+35.7600+036.7600+312.000/`: degrees, or degrees and minutes, or with seconds. */
export function parseIso6709(text: string): Iso6709Position | null {
  const parts = /^([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?(?:CRS[^/]*)?\/?$/.exec(
    text.trim(),
  );
  if (!parts?.[1] || !parts[2]) return null;
  const lat = degreesOf(parts[1], 2);
  const lon = degreesOf(parts[2], 3);
  if (lat === null || lon === null) return null;
  return positionOf(lat, lon, parts[3] === undefined ? null : Number(parts[3]));
}

/** Null when the numbers are no place on earth. */
export function positionOf(lat: number, lon: number, altitudeM: number | null): Iso6709Position | null {
  const isPlace = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isPlace ? { lat, lon, altitudeM } : null;
}

/** `degreeDigits` tells ±DD from ±DDMM and ±DDMMSS (3 for a longitude). */
function degreesOf(signed: string, degreeDigits: 2 | 3): number | null {
  const [sign, digits] = [signed.startsWith('-') ? -1 : 1, signed.slice(1)];
  const whole = digits.split('.')[0] ?? '';
  const fraction = digits.slice(whole.length);
  const at = (from: number, to: number, tail: string): number => Number(whole.slice(from, to) + tail);
  const [minutes, seconds] = [degreeDigits + 2, degreeDigits + 4];
  if (whole.length <= degreeDigits) return sign * Number(digits);
  if (whole.length === minutes) {
    return sign * (at(0, degreeDigits, '') + at(degreeDigits, minutes, fraction) / 60);
  }
  if (whole.length !== seconds) return null;
  const parts = at(degreeDigits, minutes, '') / 60 + at(minutes, seconds, fraction) / 3600;
  return sign * (at(0, degreeDigits, '') + parts);
}
