import { expect, it } from '@jest/globals';
import { valueLines } from './value-lines';

const told = (...given: Parameters<typeof valueLines>) =>
  valueLines(...given).map(({ key, text }) => `${key}: ${text}`);

it('tells a place with its point, what was written, and how far off it may be', () => {
  expect(told('location', { place: 'Khan al-Sebel', lat: 35.76, lon: 36.76, radiusM: 3000 })).toEqual([
    'place: Khan al-Sebel',
    'point: 35.76, 36.76',
    'radius: 3000 m',
  ]);
  expect(
    told('location', { coordinates: '37S BU 1 2', point: { lat: 1, lon: 2 }, uncertaintyM: 12_345 }),
  ).toEqual(['coordinates: 37S BU 1 2', 'point: 1, 2', 'uncertainty: 12.3 km']);
  expect(told('location', { polygon: [[[0, 0], [1, 0], [1, 1], [0, 0]]] })).toEqual(['polygon: 4']); // prettier-ignore
});

it('tells a time in UTC and on the clock of the place', () => {
  const day = { earliest: '2020-02-08T22:00:00Z', latest: '2020-02-09T21:59:59Z', timezone: 'Asia/Damascus' };
  expect(told('time', { ...day, edtf: '2020-02-09' })).toEqual([
    'interval: 2020-02-08 22:00:00 – 2020-02-09 21:59:59 UTC',
    'intervalThere: 2020-02-09 00:00:00 – 2020-02-09 23:59:59 Asia/Damascus',
    'edtf: 2020-02-09',
  ]);
  expect(told('time', { earliest: '2020-02-08T22:00:00Z', zoneAssumed: true })).toEqual([
    'interval: 2020-02-08 22:00:00 – … UTC',
    'zoneAssumed: ',
  ]);
});

it('lives with a zone that it does not know', () => {
  expect(told('time', { earliest: '2020-02-08T22:00:00Z', timezone: 'Mars/Olympus' })[1]).toBe(
    'intervalThere: 2020-02-08T22:00:00Z – … Mars/Olympus',
  );
});

it('tells a source, and whatever else was claimed under its own names', () => {
  expect(told('source', { handle: '@example', platform: 'telegram' })).toEqual([
    'handle: @example',
    'platform: telegram',
  ]);
  expect(valueLines('other', { weapon: 'unknown' })).toEqual([
    { key: 'entry', name: 'weapon', text: 'unknown', isCode: false },
  ]);
});
