import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
// oxlint-disable-next-line import/default -- Node loads the CommonJS build, which has no named exports
import mgrs from 'mgrs';
import { readCoordinates } from './read-coordinates.js';

function read(text: string) {
  const reading = readCoordinates(text);
  if ('problem' in reading) throw new Error(`${text}: ${reading.problem}`);
  return reading;
}

/** What was found, or why nothing was. */
function outcome(text: string): string {
  const reading = readCoordinates(text);
  if ('problem' in reading) return reading.problem;
  return `${+reading.lat.toFixed(5)} ${+reading.lon.toFixed(5)} ${reading.format}`;
}

describe('coordinates as people write them', () => {
  it.each([
    ['35.80, 36.70', '35.8 36.7 decimal'],
    ['35,80 36,70', '35.8 36.7 decimal'],
    ['35,80, 36,70', '35.8 36.7 decimal'],
    ['35,80,36,70', '35.8 36.7 decimal'],
    ['35.80,36.70', '35.8 36.7 decimal'],
    ['35,80;36,70', '35.8 36.7 decimal'],
    ['(35.80 36.70)', '35.8 36.7 decimal'],
    ['-35.80 / -36.70', '-35.8 -36.7 decimal'],
    ['−35.80, 36.70', '-35.8 36.7 decimal'],
    ['+35.80-036.70', '35.8 -36.7 decimal'],
    ['٣٥٫٨٠، ٣٦٫٧٠', '35.8 36.7 decimal'],
    ['۳۵.۸۰ ۳۶.۷۰', '35.8 36.7 decimal'],
    ['\u202b35.80\u202c, \u200f36.70', '35.8 36.7 decimal'],
    ['lat: 35.80, lon: -36.70', '35.8 -36.7 decimal'],
    ['Longitude 36.70 Latitude 35.80', '35.8 36.7 decimal'],
    ['N 35.80 E 36.70', '35.8 36.7 decimal'],
    ['35.80N 36.70W', '35.8 -36.7 decimal'],
    ['36.70 W, 35.80 S', '-35.8 -36.7 decimal'],
    ['35,80 شمالا 36,70 شرقا', '35.8 36.7 decimal'],
    ['35.80° N, 36.70° E', '35.8 36.7 decimal'],
    ['35°48\'00.0"N 36°42\'00.0"E', '35.8 36.7 dms'],
    ['35º 48′ 00″ N, 36º 42′ 00″ E', '35.8 36.7 dms'],
    ["N35°48'0'' E36°42'0''", '35.8 36.7 dms'],
    ['S35:48:00, W36:42:00', '-35.8 -36.7 dms'],
    ['35d48m00s N 36d42m00s W', '35.8 -36.7 dms'],
    ['35 48 00, 36 42 00', '35.8 36.7 dms'],
    ["35°48,5'N 36°42,5'E", '35.80833 36.70833 dm'],
    ["35° 48.5' S; 36° 42.5' W", '-35.80833 -36.70833 dm'],
    ['-0°30\'00" 0°30\'00"', '-0.5 0.5 dms'],
    ["35°N 36°42'E", '35 36.7 dm'],
    ['31UDQ4825111932', '48.85820 2.2945 mgrs'],
    ['31U DQ 48251 11932', '48.85820 2.2945 mgrs'],
    ['8G7RQMXX+XX', '35.79994 36.69994 plus_code'],
    ['geo:35.80,36.70;u=35', '35.8 36.7 geo_uri'],
    ['geo:0,0?q=35.80,36.70(Khan)', '35.8 36.7 geo_uri'],
  ])('%s is %s', (text, expected) => {
    expect(outcome(text)).toBe(expected.replace('48.85820', '48.8582'));
  });

  it.each([
    ['https://www.google.com/maps/@35.8,36.7,15z', '35.8 36.7 google_maps'],
    [
      'https://www.google.com/maps/place/X/@35.1,36.1,17z/data=!3m1!4b1!4m2!3d35.8!4d36.7',
      '35.8 36.7 google_maps',
    ],
    [
      'https://www.google.co.uk/maps/place/35%C2%B048%2700.0%22N+36%C2%B042%2700.0%22E/@35.1,36.1,17z',
      '35.8 36.7 google_maps',
    ],
    ['https://maps.google.com/?q=35.8,36.7', '35.8 36.7 google_maps'],
    ['https://www.google.com/maps/search/?api=1&query=35.8%2C36.7', '35.8 36.7 google_maps'],
    ['https://www.openstreetmap.org/?mlat=35.8&mlon=36.7#map=12/35.1/36.1', '35.8 36.7 openstreetmap'],
    ['https://www.openstreetmap.org/#map=12/35.8/36.7', '35.8 36.7 openstreetmap'],
    ['https://maps.apple.com/?ll=35.8,36.7&q=Khan', '35.8 36.7 apple_maps'],
    ['https://maps.apple.com/place?coordinate=35.8,36.7&name=x', '35.8 36.7 apple_maps'],
    ['https://www.bing.com/maps?cp=35.8~36.7&lvl=12', '35.8 36.7 bing_maps'],
    ['https://www.bing.com/maps?cp=1~2&sp=point.35.8_36.7_Khan', '35.8 36.7 bing_maps'],
    ['https://yandex.com/maps/?ll=36.7%2C35.8&z=12', '35.8 36.7 yandex_maps'],
    ['https://yandex.ru/maps/?pt=36.7,35.8&ll=1,2', '35.8 36.7 yandex_maps'],
  ])('the link %s is %s', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  it.each([
    ['35,80', /one number with a decimal comma or two/],
    ['95.2, 36.7', /read 95.2 as the latitude/],
    ['35.8, 190', /read 190 as the longitude/],
    ["35°60'N 36°42'E", /read 60 as minutes/],
    ['35 80 36 70', /there are only 60/],
    ['35.8N 36.7', /one number has a hemisphere/],
    ['35.8N 36.7S', /both numbers are written as latitudes/],
    ['-35.8N 36.7E', /no coordinates/],
    ['35.8-36.7', /no coordinates/],
    ['35.8, 36.7, 400', /no coordinates/],
    ['48 12 36', /no coordinates/],
    ['35°12" N 36°12" E', /no coordinates/],
    ['35.48.12 36.42.10', /no coordinates/],
    ['35.8 O 36.7 N', /no coordinates/],
    ['Khan al-Sebel', /no coordinates/],
    ['', /no coordinates/],
    ['RQ2X+5V', /Plus code/],
    ['37SZZ1234', /no such square/],
    ['60CWS0000', /no such square/],
    ['37SBV92167', /differ in length/],
    ['geo:91,0', /latitude/],
    ['geo:35.8,36.7;crs=moon', /WGS 84/],
    ['https://maps.app.goo.gl/abc', /short link/],
    ['https://www.google.com/maps/dir/35.8,36.7/35.9,36.8', /route/],
    ['https://example.org/?q=35.8,36.7', /no map/],
    ['https://google.com.evil.example/maps/@1,2,3z', /no map/],
  ])('%j is refused, saying why', (text, reason) => {
    expect(outcome(text)).toMatch(reason);
  });

  it('say how near they are', () => {
    expect(read('35.8, 36.7').precisionM).toBeCloseTo(11_132, 0);
    expect(read('35.80000, 36.70000').precisionM).toBeCloseTo(1.11, 2);
    expect(read('35°48\'00"N 36°42\'00"E').precisionM).toBeCloseTo(30.92, 2);
    expect(read('37SBV9216').precisionM).toBe(1_000);
    expect(read('geo:35.8,36.7;u=35').precisionM).toBe(35);
  });
});

const degrees = (limit: number) => fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((n) => n / 1e5);
const point = fc.record({ lat: degrees(90), lon: degrees(180) });
const comma = (text: string) => text.replace('.', ',');
const arabic = (text: string) =>
  comma(text)
    .replaceAll(',', '٫')
    .replaceAll(/\d/g, (digit) => String.fromCodePoint(0x06_60 + Number(digit)));

function sexagesimal(
  value: number,
  letters: string,
  sign: (d: string, m: string, s: string) => string,
): string {
  const hundredths = Math.round(Math.abs(value) * 360_000);
  const seconds = (hundredths % 6_000) / 100;
  const minutes = Math.floor(hundredths / 6_000) % 60;
  const whole = Math.floor(hundredths / 360_000);
  return sign(String(whole), String(minutes), seconds.toFixed(2)) + (value < 0 ? letters[1] : letters[0]);
}

const WRITTEN: Readonly<Record<string, (lat: number, lon: number) => string>> = {
  'decimal points': (lat, lon) => `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
  'decimal commas': (lat, lon) => `${comma(lat.toFixed(5))} ${comma(lon.toFixed(5))}`,
  'Arabic digits': (lat, lon) => `${arabic(lat.toFixed(5))} ${arabic(lon.toFixed(5))}`,
  'letters behind': (lat, lon) =>
    `${Math.abs(lat).toFixed(5)}${lat < 0 ? 'S' : 'N'} ${Math.abs(lon).toFixed(5)}${lon < 0 ? 'W' : 'E'}`,
  'letters in front, longitude first': (lat, lon) =>
    `${lon < 0 ? 'W' : 'E'}${Math.abs(lon).toFixed(5)} ${lat < 0 ? 'S' : 'N'}${Math.abs(lat).toFixed(5)}`,
  'degrees, minutes and seconds': (lat, lon) => {
    const signs = (d: string, m: string, s: string) => `${d}°${m}'${s}"`;
    return `${sexagesimal(lat, 'NS', signs)} ${sexagesimal(lon, 'EW', signs)}`;
  },
  'seconds with commas': (lat, lon) => {
    const signs = (d: string, m: string, s: string) => `${d}º ${m}′ ${comma(s)}″ `;
    return `${sexagesimal(lat, 'NS', signs)}, ${sexagesimal(lon, 'EW', signs)}`;
  },
  'a geo: link': (lat, lon) => `geo:${lat.toFixed(5)},${lon.toFixed(5)}`,
  'a map marker': (lat, lon) =>
    `https://www.openstreetmap.org/?mlat=${lat.toFixed(5)}&mlon=${lon.toFixed(5)}`,
  'a Yandex pin': (lat, lon) => `https://yandex.com/maps/?pt=${lon.toFixed(5)},${lat.toFixed(5)}`,
};

describe('a point', () => {
  it.each(Object.keys(WRITTEN))('written with %s is read back within what its digits say', (name) => {
    fc.assert(
      fc.property(point, ({ lat, lon }) => {
        const found = read(WRITTEN[name]?.(lat, lon) ?? '');
        expect(Math.abs(found.lat - lat)).toBeLessThan(0.000_01);
        expect(Math.abs(found.lon - lon)).toBeLessThan(0.000_01);
      }),
      { numRuns: 200 },
    );
  });

  it('as an MGRS reference is read back within a few metres', () => {
    const inside = fc.record({ lat: degrees(79), lon: degrees(179) });
    fc.assert(
      fc.property(inside, ({ lat, lon }) => {
        const found = read(mgrs.forward([lon, lat], 5));
        expect(Math.abs(found.lat - lat)).toBeLessThan(0.000_03);
        expect(Math.abs(found.lon - lon) * Math.cos((lat * Math.PI) / 180)).toBeLessThan(0.000_03);
      }),
      { numRuns: 200 },
    );
  });
});

describe('any text at all', () => {
  it('is read within the globe or refused with a reason, and never throws', () => {
    const pieces = fc.constantFrom(
      '3',
      '35',
      '36.7',
      ',',
      '.',
      ' ',
      '°',
      "'",
      '"',
      'N',
      's',
      'E',
      'W',
      '-',
      '+',
      '/',
      'lat',
      '٣',
      '!',
      '37SBV',
      'geo:',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const reading = readCoordinates(parts.join(''));
        const fit =
          'problem' in reading
            ? reading.problem !== ''
            : Math.abs(reading.lat) <= 90 && Math.abs(reading.lon) <= 180;
        expect(fit).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('with a letter for a hemisphere is never read in the other one', () => {
    const half = fc.tuple(fc.constantFrom('N', 'S'), fc.constantFrom('E', 'W'), point);
    fc.assert(
      fc.property(half, ([ns, ew, { lat, lon }]) => {
        const found = read(`${Math.abs(lat)} ${ns}, ${Math.abs(lon)} ${ew}`);
        expect(found.lat * (ns === 'N' ? 1 : -1)).toBeGreaterThanOrEqual(0);
        expect(found.lon * (ew === 'E' ? 1 : -1)).toBeGreaterThanOrEqual(0);
        expect(readCoordinates(`-${Math.abs(lat)} ${ns}, ${Math.abs(lon)} ${ew}`)).toHaveProperty('problem');
      }),
      { numRuns: 300 },
    );
  });
});
