import { describe, expect, it } from '@jest/globals';
import { readYtdlpInfo } from './ytdlp-info.js';

describe('the info JSON', () => {
  it('gives what the platform says of the post', () => {
    const info = {
      extractor_key: 'Twitter',
      id: '1226515034236235777',
      uploader: 'Mara Example',
      uploader_id: 'mara_example',
      title: 'A title',
      timestamp: 1_581_257_000,
      upload_date: '20200209',
      webpage_url: 'https://x.example/status/1226515034236235777',
      playlist_count: 3,
      acodec: 'mp4a.40.2',
    };
    expect(readYtdlpInfo(JSON.stringify(info))).toEqual({
      platform: {
        extractor: 'Twitter',
        postId: '1226515034236235777',
        uploader: 'Mara Example',
        uploaderId: 'mara_example',
        title: 'A title',
        uploadedAt: '2020-02-09T14:03:20.000Z',
        canonicalUrl: 'https://x.example/status/1226515034236235777',
        entryCount: 3,
      },
      webpageUrl: 'https://x.example/status/1226515034236235777',
      soundLeftOut: false,
    });
  });

  it('of the generic extractor gives no post id, no upload time and no host as uploader', () => {
    const info = {
      extractor_key: 'Generic',
      id: 'clip',
      title: 'clip',
      uploader: 'site.example',
      webpage_url_domain: 'site.example',
      timestamp: 1_581_257_000,
    };
    expect(readYtdlpInfo(JSON.stringify(info)).platform).toEqual({ title: 'clip' });
  });

  it('tells that sound was left out', () => {
    const formats = [{ acodec: 'none' }, { acodec: 'mp4a.40.2', vcodec: 'none' }];
    expect(readYtdlpInfo(JSON.stringify({ acodec: 'none', formats })).soundLeftOut).toBe(true);
    expect(
      readYtdlpInfo(JSON.stringify({ acodec: 'none', formats: [{ acodec: 'none' }] })).soundLeftOut,
    ).toBe(false);
    expect(readYtdlpInfo(JSON.stringify({ formats: null })).soundLeftOut).toBe(false);
  });

  it('of odd types gives nothing', () => {
    expect(readYtdlpInfo('[1]').platform).toEqual({});
    expect(
      readYtdlpInfo('{"title":5,"uploader":["x"],"timestamp":"now","extractor_key":"X","upload_date":"soon"}')
        .platform,
    ).toEqual({
      extractor: 'X',
    });
  });
});
