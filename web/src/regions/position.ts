export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/**
 * Degrees as people paste them: `35.7601, 36.7598`, `35.7601N 36.7598E`, `35°45'36.4"N 36°45'35.3"E`, a `geo:` address.
 * Latitude first. Undefined for anything else: a place is not guessed.
 */
export function parsePosition(text: string): Position | undefined {
  const cleaned = latin(text).replace(/^geo:/i, '').replace(/[،؛;]/g, ',').replaceAll('−', '-').trim();
  const degree = String.raw`([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*["″”]\s*)?`;
  const found = new RegExp(String.raw`^${degree}([NS]?)\s*(?:,|\s)\s*${degree}([EW]?)$`, 'i').exec(cleaned);
  if (found === null) return undefined;
  const lat = degrees(found.slice(1, 5));
  const lon = degrees(found.slice(5, 9));
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return undefined;
  return { lat, lon };
}

function degrees([whole = '', minutes = '0', seconds = '0', side = '']: readonly (
  string | undefined
)[]): number {
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const sign = whole.startsWith('-') || /[SW]/i.test(side) ? -1 : 1;
  return Math.round(sign * size * 1e6) / 1e6;
}

/** Arabic and Persian digits, with their own decimal sign. */
function latin(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('٫', '.');
}
