export interface LocationClaim {
  readonly statement: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly radiusM?: number;
  /** The bare name, to be looked up in the gazetteer. */
  readonly place?: string;
}

const NUMBER = '(-?\\d{1,8}(?:\\.\\d{1,12})?)';
const COORDINATES = new RegExp(`^(.*)@\\s*${NUMBER}\\s*,\\s*${NUMBER}(?:\\s*,\\s*${NUMBER})?\\s*$`, 's');

/**
 * `Khan al-Sebel@35.76,36.76,3000` is the statement `Khan al-Sebel` with degrees and metres. Coordinates alone are their
 * own statement, and so is any text that ends otherwise. Ranges are for the desk to judge.
 */
export function locationClaim(text: string): LocationClaim {
  const [, words, lat, lon, radiusM] = COORDINATES.exec(text) ?? [];
  if (words === undefined || lat === undefined || lon === undefined) return { statement: text };
  return {
    statement: words.trim() === '' ? text.trim().slice(1).trim() : words.trim(),
    lat: Number(lat),
    lon: Number(lon),
    ...(radiusM === undefined ? {} : { radiusM: Number(radiusM) }),
  };
}
