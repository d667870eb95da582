import { describe, expect, it } from '@jest/globals';
import { timesOf } from './times-of.js';

describe('timesOf', () => {
  it('gives UTC where the zone is stated', () => {
    expect(timesOf({ 'Keys:CreationDate': '2020:02:09 16:03:00+02:00' })).toEqual([
      {
        tag: 'Keys:CreationDate',
        raw: '2020:02:09 16:03:00+02:00',
        utc: '2020-02-09T14:03:00.000Z',
        offset: '+02:00',
        zoneKnown: true,
        note: null,
      },
    ]);
    expect(
      timesOf({ 'Matroska:Creationdate-eng': 'x', 'Info:DateTimeOriginal': '2020:02:09 14:03:00Z' })[0],
    ).toMatchObject({
      utc: '2020-02-09T14:03:00.000Z',
    });
  });

  it('claims no UTC for QuickTime times, although the format prescribes it', () => {
    const [time] = timesOf({ 'QuickTime:CreateDate': '2020:02:09 14:03:00' });
    expect(time).toMatchObject({ utc: null, offset: null, zoneKnown: false });
    expect(time?.note).toContain('prescribes UTC');
    const [probed] = timesOf({ 'Format:creation_time': '2020-02-09T14:03:00.000000Z' });
    expect(probed).toMatchObject({ utc: null, zoneKnown: false });
  });

  it('takes the zone of EXIF from its own tag, of the same group only', () => {
    const tags = {
      'ExifIFD:DateTimeOriginal': '2020:02:09 16:03:00',
      'ExifIFD:OffsetTimeOriginal': '+02:00',
      'ExifIFD:CreateDate': '2020:02:09 16:03:00',
      'Other:OffsetTimeDigitized': '+05:00',
    };
    expect(timesOf(tags).map(({ utc }) => utc)).toEqual(['2020-02-09T14:03:00.000Z', null]);
  });

  it.each(['0000:00:00 00:00:00', '1904:01:01 00:00:00', '1904:01:01 02:00:00+02:00', '', 'yesterday'])(
    'takes "%s" for no time',
    (raw) => {
      expect(timesOf({ 'QuickTime:CreateDate': raw })).toEqual([]);
    },
  );

  it('keeps a day without a clock, and claims no instant for it', () => {
    expect(timesOf({ 'ItemList:ContentCreateDate': '2020:02:09' })[0]).toMatchObject({
      raw: '2020:02:09',
      utc: null,
      zoneKnown: false,
    });
  });

  it('makes no instant of a day that no calendar has', () => {
    expect(timesOf({ 'Keys:CreationDate': '2021:02:31 10:00:00+01:00' })[0]?.utc).toBeNull();
    expect(timesOf({ 'Keys:CreationDate': '2021:02:11 25:00:00Z' })[0]?.utc).toBeNull();
  });

  it('leaves tags alone that are no times', () => {
    expect(timesOf({ 'QuickTime:Duration': '2.00 s', 'Keys:Title': '2020:02:09 10:00:00' })).toEqual([]);
  });
});
