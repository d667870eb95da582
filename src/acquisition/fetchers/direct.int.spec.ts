import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { FetchBench } from '../../../test/support/site/fetch-bench.js';
import { sha256Hex } from '../../shared/sha256.js';
import { NotMediaError } from './fetch-failure.js';

let bench: FetchBench;
beforeAll(async () => {
  bench = await FetchBench.start();
});
afterAll(() => bench.close());
afterEach(() => bench.assertNoDrafts());

/** Fetches, seals and answers what is in the store, leaving no draft. */
async function sealed(link: string, options: Parameters<FetchBench['fetch']>[1] = {}) {
  const capture = await bench.fetch(link, options);
  const stored = await capture.draft.seal();
  return { capture, stored };
}

describe('a link to a clip', () => {
  it('is stored byte for byte, and what happened is recorded', async () => {
    const { capture, stored } = await sealed('/clip.mp4');
    expect(stored).toMatchObject({
      sha256Hex: sha256Hex(bench.site.clip),
      sizeBytes: bench.site.clip.length,
    });
    expect(capture).toMatchObject({
      fetcher: 'direct',
      artefacts: [],
      suggested: { mediaType: 'video/mp4', extension: 'mp4', fileName: 'clip.mp4' },
      record: {
        submittedUrl: `${bench.site.origin}/clip.mp4`,
        finalUrl: `${bench.site.origin}/clip.mp4`,
        bytes: bench.site.clip.length,
        requests: [{ method: 'GET', status: 200, address: '127.0.0.1', port: bench.site.port }],
        toolRuns: [],
        notes: [],
      },
    });
    expect(JSON.parse(JSON.stringify(capture.record))).toEqual(capture.record);
  });

  it('is asked for with a fixed set of headers and no others', async () => {
    await sealed('/clip.mp4');
    const names = Object.keys(bench.site.requests.at(-1)?.headers ?? {}).sort();
    expect(names).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it.each(['/no-type/clip', '/as-html/clip.mp4', '/truncated.mp4'])(
    'is known by its bytes at %s',
    async (link) => {
      const { capture } = await sealed(link);
      expect(capture.suggested.mediaType).toBe('video/mp4');
    },
  );

  it('is decoded when the site compressed it unasked, with a note', async () => {
    const { capture, stored } = await sealed('/gzip-clip.mp4');
    expect(stored.sha256Hex).toBe(sha256Hex(bench.site.clip));
    expect(capture.record.notes).toEqual([expect.stringContaining('gzip')]);
  });

  it('is followed over five redirects, each recorded', async () => {
    const { capture } = await sealed('/redirect/5');
    const hops = capture.record.requests.map((request) => [request.status, request.redirectedTo]);
    expect(hops.map(([status]) => status)).toEqual([302, 302, 302, 302, 302, 200]);
    expect(hops[0]?.[1]).toBe(`${bench.site.origin}/redirect/4`);
    expect(capture.record.finalUrl).toBe(`${bench.site.origin}/clip.mp4`);
  });

  it('is followed though the redirect’s own body never ends', async () => {
    const { capture } = await sealed('/redirect-endless-body');
    expect(capture.record.requests).toHaveLength(2);
  });

  it('gets no cookie back, and cookies are not kept', async () => {
    const { capture } = await sealed('/set-cookie.mp4');
    expect(JSON.stringify(capture.record)).not.toContain('very-secret');
    expect(capture.record.requests[0]?.responseHeaders).toContainEqual(['set-cookie', '(dropped)']);
    expect(bench.site.requests.at(-1)?.headers).not.toHaveProperty('cookie');
  });

  it('reports its progress against the announced size', async () => {
    const seen: [number, number | null][] = [];
    await sealed('/big/3.mp4', { onProgress: (bytes, total) => seen.push([bytes, total]) });
    expect(seen.at(-1)).toEqual([3 * 1024 * 1024, 3 * 1024 * 1024]);
    expect(seen.map(([bytes]) => bytes)).toEqual(seen.map(([bytes]) => bytes).sort((a, b) => a - b));
  });
});

describe('a link that fails', () => {
  it.each([
    ['/status/404', 'not_found', 'PartError'],
    ['/status/410', 'deleted_at_source', 'PartError'],
    ['/status/401', 'login_required', 'PartError'],
    ['/status/403', 'login_required', 'PartError'],
    ['/status/451', 'geo_blocked', 'PartError'],
    ['/status/429', 'rate_limited', 'TransientError'],
    ['/status/500', 'network_error', 'TransientError'],
    ['/status/503', 'network_error', 'TransientError'],
    ['/status/418', 'network_error', 'PartError'],
    ['/short-body.mp4', 'network_error', 'TransientError'],
    ['/chunked-cut.mp4', 'network_error', 'TransientError'],
    ['/gzip-broken.mp4', 'network_error', 'TransientError'],
    ['/reset/1.mp4', 'network_error', 'TransientError'],
    ['/reset/50.mp4', 'network_error', 'TransientError'],
    ['/reset/99.mp4', 'network_error', 'TransientError'],
    ['/odd-encoding.mp4', 'network_error', 'PartError'],
    ['/header-flood.mp4', 'network_error', 'TransientError'],
    ['/not-http', 'network_error', 'TransientError'],
    ['/big-declared.mp4', 'too_large', 'PartError'],
    ['/redirect/6', 'url_rejected', 'PartError'],
    ['/redirect-loop/a', 'url_rejected', 'PartError'],
    ['/redirect-nowhere', 'network_error', 'PartError'],
    ['/redirect-to?url=http://10.0.0.5/', 'url_rejected', 'PartError'],
    ['/redirect-to?url=http://169.254.169.254/latest/', 'url_rejected', 'PartError'],
    ['/redirect-to?url=http://2130706433:1/', 'url_rejected', 'PartError'],
    ['/redirect-to?url=file:///etc/passwd', 'url_rejected', 'PartError'],
    ['/redirect-to?url=http://a:b@site.example/', 'url_rejected', 'PartError'],
    ['/redirect-to?url=http://[', 'url_rejected', 'PartError'],
    ['http://10.0.0.5/clip.mp4', 'url_rejected', 'PartError'],
    ['http://localhost/clip.mp4', 'url_rejected', 'PartError'],
    ['ftp://site.example/clip.mp4', 'url_rejected', 'PartError'],
    ['http://user:pass-word@site.example/', 'url_rejected', 'PartError'],
    ['not a link', 'url_rejected', 'PartError'],
    ['http://no-such-name.invalid/', 'network_error', 'TransientError'],
  ])('%s ends with %s (%s) and leaves nothing', async (link, code, name) => {
    const error = await bench.failure(link);
    expect({ code: error.code, name: error.name }).toEqual({ code, name });
    expect(error.details.attempts).toMatchObject([{ fetcher: 'direct', code }]);
    expect(JSON.stringify(error.details)).not.toContain('pass-word');
  });

  it('tells how long to wait', async () => {
    const error = await bench.failure('/status/429?retry-after=120');
    expect(error.details['retryAfterMs']).toBe(120_000);
  });

  it('tells how many bytes came of how many', async () => {
    const error = await bench.failure('/short-body.mp4');
    const { length } = bench.site.clip;
    expect(error.details['announcedBytes']).toBe(length);
    // What lay in a buffer when the connection broke off was not yet received by us.
    expect(error.details['receivedBytes']).toBeGreaterThanOrEqual(0);
    expect(error.details['receivedBytes']).toBeLessThanOrEqual(Math.floor(length / 2));
  });

  it('keeps the record of what was asked and answered', async () => {
    const { record } = (await bench.failure('/redirect-to?url=http://10.0.0.5/')).details;
    expect(record.requests).toMatchObject([{ status: 307, redirectedTo: 'http://10.0.0.5/' }]);
  });

  it('reads a body longer than announced up to the announced end', async () => {
    const { stored } = await sealed('/long-body.mp4');
    expect(stored.sizeBytes).toBe(bench.site.clip.length - 1000);
  });
});

describe('a stream without end', () => {
  it.each(['/endless.mp4', '/endless-noise.mp4', '/gzip-bomb.mp4'])(
    '%s is too large at the cap',
    async (link) => {
      const error = await bench.failure(link, { limits: { maxBytes: 4_000_000 } });
      expect(error.code).toBe('too_large');
      expect(error.details['receivedBytes']).toBeGreaterThan(3_000_000);
      expect(error.details['receivedBytes']).toBeLessThanOrEqual(4_000_000);
    },
  );

  it.each([
    ['/drip.mp4', 'rate', { rateWindowMs: 500 }],
    ['/stall.mp4', 'rate', { rateWindowMs: 500 }],
    ['/drip.mp4', 'total', { totalTimeoutMs: 500 }],
    ['/silent', 'total', { totalTimeoutMs: 500 }],
  ])('%s ends by the %s limit', async (link, limit, limits) => {
    const error = await bench.failure(link, { limits });
    expect(error).toMatchObject({ code: 'download_timeout', details: { limit } });
  });

  it('without headers is a failure that may pass', async () => {
    const error = await bench.failure('/silent', { limits: { connectTimeoutMs: 300 } });
    expect(error).toMatchObject({ code: 'network_error', name: 'TransientError' });
  });
});

describe('bytes that are no clip', () => {
  it.each(['/text.mp4', '/zero.mp4', '/image.mp4', '/hls/evil.mp4', '/hls/evil.m3u8'])(
    'of %s are kept for the record',
    async (link) => {
      const error = await bench.failure(link);
      expect(error.code).toBe('not_media');
      const { draft, record } = error as unknown as NotMediaError;
      const bytes = await readFile(draft.path);
      await draft.discard();
      expect(bytes.length).toBe(draft.sizeBytes);
      expect(record).toMatchObject({ bytes: bytes.length, requests: [{ status: 200 }] });
    },
  );

  it('hold what the site sent', async () => {
    const error = (await bench.failure('/text.mp4')) as unknown as NotMediaError;
    await expect(readFile(error.draft.path, 'utf8')).resolves.toBe('These are words, not a video.\n');
    await error.draft.discard();
  });
});

describe('a cancelled fetch', () => {
  it.each(['/endless.mp4', '/silent', '/stall.mp4', '/page/jwplayer'])(
    'of %s ends with the reason',
    async (link) => {
      const controller = new AbortController();
      const reason = new Error('the clip was cancelled');
      const seen = bench.site.requests.length;
      const ended = bench.failure(link, { signal: controller.signal });
      while (bench.site.requests.length === seen) await new Promise((resolve) => setImmediate(resolve));
      controller.abort(reason);
      await expect(ended).resolves.toBe(reason);
    },
  );
});

it('streams 300 MB in less than 64 MB more memory', async () => {
  // Warm first: what counts is that memory does not grow with the clip.
  await sealed('/big/64.mp4');
  const before = process.memoryUsage.rss();
  let highest = before;
  const capture = await bench.fetch('/big/300.mp4', {
    onProgress: () => {
      highest = Math.max(highest, process.memoryUsage.rss());
    },
  });
  expect(capture.draft.sizeBytes).toBe(300 * 1024 * 1024);
  await capture.draft.discard();
  // The site runs in this process, so its own buffers are in the sum.
  expect((highest - before) / 1024 ** 2).toBeLessThan(64);
});
