import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { FetchBench } from '../../../test/support/site/fetch-bench.js';
import { sha256Hex } from '../../shared/sha256.js';
import type { NotMediaError } from './fetch-failure.js';

let bench: FetchBench;
beforeAll(async () => {
  bench = await FetchBench.start();
});
afterAll(() => bench.close());
afterEach(() => bench.assertNoDrafts());

describe('yt-dlp', () => {
  it('finds a clip that only a player’s script names, through the egress proxy alone', async () => {
    const capture = await bench.fetch('/page/jwplayer');
    const stored = await capture.draft.seal();
    expect(stored.sha256Hex).toBe(sha256Hex(bench.site.clip));
    expect(capture).toMatchObject({
      fetcher: 'platform',
      suggested: { mediaType: 'video/mp4' },
      artefacts: [{ kind: 'info-json' }, { kind: 'page-html' }],
      platform: { title: 'Only the script knows' },
      record: {
        connections: [
          { host: '127.0.0.1', port: bench.site.port, address: '127.0.0.1', outcome: 'done' },
          { host: '127.0.0.1', port: bench.site.port, address: '127.0.0.1', outcome: 'done' },
        ],
        toolRuns: [{ tool: 'yt-dlp' }],
      },
    });
    const info: unknown = JSON.parse(await readFile(capture.artefacts[0]?.path ?? '', 'utf8'));
    expect(info).toMatchObject({ extractor: 'generic' });
    expect(capture.record.toolRuns[0]?.args).toContain('--no-exec');
    expect(capture.record.toolRuns[0]?.network).toBe(
      capture.record.toolRuns[0]?.sandboxTier === 3 ? 'proxy-forced' : 'proxy-told',
    );
    expect(JSON.stringify(capture.record.toolRuns)).not.toContain('scratch');
  });

  it.each(['/hls/master.m3u8', '/hls/media.m3u8', '/page/hls'])(
    'puts the parts of %s together',
    async (link) => {
      const capture = await bench.fetch(link);
      const stored = await capture.draft.seal();
      expect(stored.sizeBytes).toBeGreaterThan(100_000);
      expect(capture).toMatchObject({ fetcher: 'platform', suggested: { mediaType: 'video/mp2t' } });
      expect(capture.artefacts.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['info-json', 'received']),
      );
      await expect(
        fetch(`${bench.site.origin}/hls/media.ts`).then(async (answer) => sha256Hex(await answer.bytes())),
      ).resolves.toBe(stored.sha256Hex);
    },
  );

  it('goes first where the caller knows the platform', async () => {
    const capture = await bench.fetch('/page/og', { isPlatform: true });
    await capture.draft.discard();
    expect(capture.fetcher).toBe('platform');
    expect(capture.record.requests).toEqual([]);
  });

  it('is followed by the page itself when it fails', async () => {
    const capture = await bench.fetch('/page/source', { isPlatform: true });
    await capture.draft.discard();
    expect(capture).toMatchObject({ fetcher: 'page', record: { toolRuns: [{ tool: 'yt-dlp' }] } });
    expect(capture.artefacts.map(({ kind }) => kind)).toEqual(['page-html']);
  });

  it('tells the platform’s failure rather than that of the page', async () => {
    const error = await bench.failure('/page/none', { isPlatform: true });
    expect(error.code).toBe('unsupported_url');
    expect(error.details.attempts.map(({ fetcher }) => fetcher)).toEqual(['platform', 'page']);
  });

  it.each([
    ['/status/404', 'not_found', 'PartError'],
    ['/status/410', 'deleted_at_source', 'PartError'],
    ['/status/403', 'login_required', 'PartError'],
    ['/status/451', 'geo_blocked', 'PartError'],
    ['/status/429', 'rate_limited', 'TransientError'],
    ['/status/503', 'network_error', 'TransientError'],
    ['/redirect-to?url=http://10.0.0.5/clip.mp4', 'url_rejected', 'PartError'],
    ['/redirect-to?url=http://169.254.169.254/', 'url_rejected', 'PartError'],
    ['/short-body.mp4', 'network_error', 'TransientError'],
  ])('of %s on a platform ends with %s (%s)', async (link, code, name) => {
    const error = await bench.failure(link, { isPlatform: true });
    expect({ code: error.code, name: error.name }).toEqual({ code, name });
    expect(error.details.attempts[0]).toMatchObject({ fetcher: 'platform', code });
  });

  it.each([
    ['/hls/evil-master.m3u8', 'url_rejected'],
    ['/hls/private.m3u8', 'url_rejected'],
    ['/hls/missing.m3u8', 'network_error'],
  ])('of %s ends with %s, nothing of it stored', async (link, code) => {
    const error = await bench.failure(link);
    expect(error.code).toBe(code);
    const { connections } = error.details.record;
    expect(
      connections.filter(({ outcome }) => outcome === 'done').every(({ address }) => address === '127.0.0.1'),
    ).toBe(true);
  });

  it.each(['/big/20.mp4', '/endless.mp4'])('is stopped at the size limit of %s', async (link) => {
    const error = await bench.failure(link, { isPlatform: true, limits: { maxBytes: 1_000_000 } });
    expect(error.code).toBe('too_large');
  });

  it('is stopped at the time limit', async () => {
    const error = await bench.failure('/stall.mp4', { isPlatform: true, limits: { totalTimeoutMs: 4000 } });
    expect(error.code).toBe('download_timeout');
  });
});

describe('a desk without yt-dlp', () => {
  it('says so of a platform’s link, and of a page that the other fetchers cannot read', async () => {
    const without = await FetchBench.start({ ytdlp: 'no-such-program' });
    try {
      const post = await without.failure('/page/none', { isPlatform: true });
      expect(post.code).toBe('unsupported_url');
      expect(post.publicMessage).toContain('yt-dlp');
      const page = await without.failure('/page/jwplayer');
      expect(page.code).toBe('not_media');
      await (page as Partial<NotMediaError>).draft?.discard();
      expect(page.details.attempts).toMatchObject([
        { fetcher: 'page' },
        { fetcher: 'platform', code: 'unsupported_url' },
      ]);
      const capture = await without.fetch('/page/og');
      await capture.draft.discard();
      expect(capture.fetcher).toBe('page');
    } finally {
      await without.close();
    }
  });
});
