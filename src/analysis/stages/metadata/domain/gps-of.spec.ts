import { describe, expect, it } from '@jest/globals';
import { gpsOf } from './gps-of.js';

const APPLE = '+35.76000000, +36.76000000, 312 m Above Sea Level';

describe('gpsOf', () => {
  it('reads what Apple writes, with the accuracy', () => {
    expect(gpsOf({ 'Keys:GPSCoordinates': APPLE, 'Keys:LocationAccuracyHorizontal': '4.7' })).toEqual({
      lat: 35.76,
      lon: 36.76,
      altitudeM: 312,
      accuracyM: 4.7,
      sourceTag: 'Keys:GPSCoordinates',
    });
  });

  it('reads what Android and 3GPP write', () => {
    expect(gpsOf({ 'UserData:GPSCoordinates': '-33.87000000, +151.21000000' })).toMatchObject({
      lat: -33.87,
      lon: 151.21,
      altitudeM: null,
      accuracyM: null,
    });
    const loci = '(none) Role=shooting Lat=35.75999 Lon=-36.75999 Alt=312.00 Body=earth Notes=';
    expect(gpsOf({ 'UserData:LocationInformation': loci })).toMatchObject({ lat: 35.75999, lon: -36.75999 });
  });

  it('takes the hemisphere and the depth of EXIF from their own tags', () => {
    const tags = {
      'GPS:GPSLatitudeRef': 'South',
      'GPS:GPSLatitude': '+33.87000000',
      'GPS:GPSLongitudeRef': 'West',
      'GPS:GPSLongitude': '+70.50000000',
      'GPS:GPSAltitudeRef': 'Below Sea Level',
      'GPS:GPSAltitude': '12.5 m',
    };
    expect(gpsOf(tags)).toMatchObject({ lat: -33.87, lon: -70.5, altitudeM: -12.5 });
  });

  it('reads ISO 6709 text of any location tag', () => {
    expect(gpsOf({ 'Matroska:Location': '+35.7600+036.7600/' })?.sourceTag).toBe('Matroska:Location');
    expect(gpsOf({ 'Format:com.apple.quicktime.location.ISO6709': '+35.76+036.76/' })?.lat).toBe(35.76);
  });

  it('prefers the more direct source', () => {
    const tags = {
      'XMP-exif:GPSLatitude': '+1.0',
      'XMP-exif:GPSLongitude': '+2.0',
      'Keys:GPSCoordinates': APPLE,
    };
    expect(gpsOf(tags)?.sourceTag).toBe('Keys:GPSCoordinates');
  });

  it.each([
    ['no tags', {}],
    ['half a position', { 'GPS:GPSLatitude': '+1.0' }],
    ['a place that is not on earth', { 'Keys:GPSCoordinates': '+135.0, +36.0' }],
    ['a moon landing', { 'UserData:LocationInformation': 'Lat=1 Lon=2 Alt=0 Body=moon' }],
    ['a town', { 'IPTC:Location': 'Idlib' }],
  ])('finds none in %s', (_what, tags) => {
    expect(gpsOf(tags as Record<string, string>)).toBeNull();
  });
});
