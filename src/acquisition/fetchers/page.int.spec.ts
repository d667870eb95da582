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

describe('a page that names its video', () => {
  it.each(['og', 'twitter', 'jsonld', 'video', 'source', 'second-works', 'huge'])('%s', async (name) => {
    const capture = await bench.fetch(`/page/${name}`);
    const stored = await capture.draft.seal();
    expect(stored.sha256Hex).toBe(sha256Hex(bench.site.clip));
    expect(capture).toMatchObject({
      fetcher: 'page',
      artefacts: [{ kind: 'page-html', mediaType: 'text/html' }],
    });
    expect(new URL(capture.record.finalUrl).pathname).toMatch(/clip\.mp4$/);
  });

  it('is asked for once, kept, and read for what it says of the post', async () => {
    const seen = bench.site.requests.length;
    const capture = await bench.fetch('/page/jsonld');
    await capture.draft.discard();
    expect(bench.site.requests.slice(seen).map((request) => request.path)).toEqual([
      '/page/jsonld',
      '/clip.mp4',
    ]);
    expect(capture.platform).toEqual({
      title: 'Convoy on the ring road',
      description: 'Twelve lorries',
      uploader: 'Mara Example',
      uploadedAt: '2020-02-09T14:03:00.000Z',
    });
    await expect(readFile(capture.artefacts[0]?.path ?? '', 'utf8')).resolves.toContain('VideoObject');
    expect(capture.record.requests.map((request) => request.status)).toEqual([200, 200]);
  });
});

it('a video beyond the first 5 MB of a page is found by yt-dlp, which reads on', async () => {
  const capture = await bench.fetch('/page/huge-late');
  await capture.draft.discard();
  expect(capture.fetcher).toBe('platform');
  expect(capture.record.notes).toContainEqual(expect.stringContaining('Reading stopped'));
});

describe('a page that gives no clip', () => {
  it.each([
    ['none', 'not_media'],
    ['login', 'not_media'],
  ])('/page/%s ends with %s, the page kept', async (name, code) => {
    const error = await bench.failure(`/page/${name}`);
    expect(error.code).toBe(code);
    expect(error.details.attempts.map((attempt) => attempt.fetcher)).toEqual(['page', 'platform']);
    const { draft } = error as unknown as NotMediaError;
    await expect(readFile(draft.path, 'utf8')).resolves.toContain('<!doctype html>');
    expect(draft.sizeBytes).toBeLessThanOrEqual(5 * 1024 * 1024);
    await draft.discard();
  });

  it.each([
    ['/page/dead', 'not_found'],
    ['/page/to-private', 'url_rejected'],
    ['/page/to-file', 'url_rejected'],
    ['/page/jwplayer-private', 'url_rejected'],
    ['/page/to-page', 'not_media'],
  ])('%s ends with %s', async (link, code) => {
    const error = await bench.failure(link);
    expect(error.code).toBe(code);
    const { record } = error.details;
    const reached = [...record.requests, ...record.connections.filter(({ outcome }) => outcome === 'done')];
    expect(new Set(reached.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
  });

  it('that never ends is read no further than is needed', async () => {
    const error = await bench.failure('/endless.html', {
      limits: { totalTimeoutMs: 8_000, maxBytes: 50_000_000 },
    });
    expect(error.details.attempts[0]).toMatchObject({ fetcher: 'page', code: 'not_media' });
    await (error as Partial<NotMediaError>).draft?.discard();
  });
});
