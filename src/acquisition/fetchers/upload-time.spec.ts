import { describe, expect, it } from '@jest/globals';
import { instantOrDate, ytdlpUploadTime } from './upload-time.js';

describe('an upload time', () => {
  it.each([
    ['2020-02-09T14:03:00Z', '2020-02-09T14:03:00.000Z'],
    ['2020-02-09T16:03:00+02:00', '2020-02-09T14:03:00.000Z'],
    ['2020-02-09T16:03:00.5+0200', '2020-02-09T14:03:00.500Z'],
    ['2020-02-09', '2020-02-09'],
    ['2020-02-09T14:03:00', '2020-02-09'],
    ['2020-13-40', undefined],
    ['2020-02-09T25:00:00Z', undefined],
    ['9 February 2020', undefined],
    ['', undefined],
  ])('%j is read as %j', (text, expected) => expect(instantOrDate(text)).toBe(expected));

  it('of yt-dlp is exact by the timestamp, else a day', () => {
    expect(ytdlpUploadTime(0, '20200209')).toBe('1970-01-01T00:00:00.000Z');
    expect(ytdlpUploadTime(null, '20200209')).toBe('2020-02-09');
    expect(ytdlpUploadTime(1e300, 'x')).toBeUndefined();
    expect(ytdlpUploadTime(Number.NaN, undefined)).toBeUndefined();
  });
});
