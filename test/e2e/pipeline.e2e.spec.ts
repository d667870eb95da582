import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver, type ClipStatusBody } from '../support/desk.js';
import { ownRedis } from '../support/redis.js';
import { startSite, type Site } from '../support/site/site.js';

describe.each(['PostgreSQL', 'Redis'])('the way of a clip on a %s queue', (name) => {
  let site: Site;
  let desk: DeskDriver;
  /** A link that is tried again and again, with rests: begun before all else, so that nobody waits for the rests. */
  let unavailableId: string;

  beforeAll(async () => {
    site = await startSite();
    desk = await DeskDriver.start({
      env: { EGRESS_ALLOW: `127.0.0.1:${site.port}`, MAX_CLIP_BYTES: String(64 * 1024 * 1024) },
      ...(name === 'Redis' ? { redisUrl: await ownRedis() } : {}),
    });
    const { body } = await desk.post<{ id: string }>('clips', { url: `${site.origin}/status/503` });
    unavailableId = body.id;
  });
  afterAll(async () => {
    await desk.stop();
    await site.close();
  });

  it('takes a direct link to a sealed original, metadata, keyframes and an honest status', async () => {
    const status = await desk.submitAndWait({ url: `${site.origin}/clip.mp4` });
    expect(status.processing).toMatchObject({ state: 'complete', progress: 1, error: null });
    const clip = await desk.get<{ original: { sha256: string; sizeBytes: number } }>(`clips/${status.id}`);
    expect(clip.body.original.sha256).toBe(createHash('sha256').update(site.clip).digest('hex'));

    const original = await fetch(`${desk.url}/api/v1/clips/${status.id}/original`, {
      headers: { authorization: `Bearer ${desk.token}` },
    });
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await original.arrayBuffer()).equals(site.clip)).toBe(true);

    const metadata = await desk.get<{ container: object; video: { width: number; height: number } }>(
      `clips/${status.id}/metadata`,
    );
    expect(metadata.body.video).toMatchObject({ width: 320, height: 240 });

    const { items } = (await desk.get<{ items: FrameBody[] }>(`clips/${status.id}/frames`)).body;
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ ptsMs }) => ptsMs)).toEqual(
      items.map(({ ptsMs }) => ptsMs).toSorted((a, b) => a - b),
    );
    for (const frame of items) {
      const bytes = await image(desk, frame.imageUrl);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(frame.sha256);
      expect((await image(desk, `${frame.imageUrl}?veil=1`)).equals(bytes)).toBe(false);
    }
  });

  it('shows the frames of a graphic clip veiled unless asked for otherwise', async () => {
    const status = await desk.submitAndWait({
      url: `${site.origin}/clip.mp4?graphic`,
      sensitivity: 'graphic',
    });
    const frame = (await desk.get<{ items: FrameBody[] }>(`clips/${status.id}/frames`)).body.items[0];
    if (frame === undefined) throw new Error('no frame');
    const shown = await image(desk, frame.imageUrl);
    expect(shown.equals(await image(desk, `${frame.imageUrl}?veil=1`))).toBe(true);
    const open = await image(desk, `${frame.imageUrl}?veil=0`);
    expect(createHash('sha256').update(open).digest('hex')).toBe(frame.sha256);
  });

  it('serves ranges of an original and names its digest', async () => {
    const status = await desk.submitAndWait({ url: `${site.origin}/clip.mp4?range` });
    const response = await fetch(`${desk.url}/api/v1/clips/${status.id}/original`, {
      headers: { authorization: `Bearer ${desk.token}`, range: 'bytes=10-19' },
    });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 10-19/${site.clip.length}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(site.clip.subarray(10, 20))).toBe(true);
    const digest = createHash('sha256').update(site.clip).digest('base64');
    expect(response.headers.get('repr-digest')).toBe(`sha-256=:${digest}:`);
    await desk.get(`clips/${status.id}/original`, { range: 'bytes=40-49' });
    await desk.get(`clips/${status.id}/original`);
    await desk.get(`clips/${status.id}/original`, { range: 'bytes=0-4,5-' });
    const { body } = await desk.get<{ items: { action: string; body: { range?: string } }[] }>(
      `clips/${status.id}/custody?limit=200`,
    );
    // A program is no player: each piece is told, and the whole as a copy, by whatever range it was asked for.
    expect(body.items.slice(-4)).toMatchObject([
      { action: 'original.viewed', body: { range: 'bytes=10-19' } },
      { action: 'original.viewed', body: { range: 'bytes=40-49' } },
      { action: 'original.downloaded' },
      { action: 'original.downloaded' },
    ]);
  });

  it.each([
    ['a page with og:video', '/page/og'],
    ['a page with JSON-LD', '/page/jsonld'],
    ["a page that only yt-dlp's generic extractor reads", '/page/jwplayer'],
    ['an HLS playlist', '/hls/master.m3u8'],
  ])('fetches %s', async (_what, path) => {
    const status = await desk.submitAndWait({ url: `${site.origin}${path}` });
    expect(status.processing.state).toBe('complete');
  });

  it.each([
    ['a missing file', '/status/404', 'not_found'],
    ['a file that is gone', '/status/410', 'deleted_at_source'],
    ['a login wall', '/status/403', 'login_required'],
    ['a legal block', '/status/451', 'geo_blocked'],
    ['a private address behind a redirect', '/redirect-to?url=http%3A%2F%2F10.0.0.5%2Fa.mp4', 'url_rejected'],
    ['a redirect loop', '/redirect-loop/a', 'url_rejected'],
    ['HTML in the place of a film', '/html.mp4', 'not_media'],
    ['text named .mp4', '/text.mp4', 'not_media'],
    ['zero bytes', '/zero.mp4', 'not_media'],
    ['an HLS playlist that names /etc/passwd', '/hls/evil.mp4', 'not_media'],
    ['an endless stream', '/endless.mp4', 'too_large'],
  ])('ends %s with its code and nothing half-stored', async (_what, path, code) => {
    const status = await desk.submitAndWait({ url: `${site.origin}${path}` });
    expect(status.processing.state).toBe('failed');
    expect(codes(status)).toEqual([
      ['acquire', 'failed', code],
      ...['probe', 'metadata', 'frames', 'fingerprint', 'match', 'checks'].map((part) => [
        part,
        'skipped',
        null,
      ]),
    ]);
    expect((await desk.get<{ original: unknown }>(`clips/${status.id}`)).body.original).toBeNull();
  });

  it('refuses a private address typed in directly', async () => {
    const status = await desk.submitAndWait({ url: 'http://169.254.169.254/latest/meta-data/clip.mp4' });
    expect(status.processing.error?.code).toBe('url_rejected');
  });

  it('retries what is transient and gives up with the code, the tries shown', async () => {
    const status = await desk.ended(unavailableId);
    expect(status.processing.parts[0]).toMatchObject({
      state: 'failed',
      attempts: 4,
      error: { code: 'network_error', retryable: true },
    });
    const { body } = await desk.get<{ items: { action: string }[] }>(`clips/${status.id}/custody`);
    expect(body.items.filter(({ action }) => action === 'part.retried')).toHaveLength(3);
  });

  it('keeps what came before the break of a truncated film and calls the clip partial', async () => {
    const status = await desk.submitAndWait({ url: `${site.origin}/truncated.mp4` });
    expect(status.processing.state).toBe('partial');
    expect(
      codes(status)
        .filter(([, , code]) => code !== null)
        .map(([, , code]) => code),
    ).toContain('corrupt_media');
    expect((await desk.get<{ original: unknown }>(`clips/${status.id}`)).body.original).not.toBeNull();
  });

  it('re-drives a failed clip when asked and refuses when nothing failed', async () => {
    const failed = await desk.submitAndWait({ url: `${site.origin}/status/404?again` });
    const retried = await desk.post<ClipStatusBody>(`clips/${failed.id}/retry`);
    expect(retried.status).toBe(202);
    expect(['queued', 'running']).toContain(retried.body.processing.state);
    const ended = await desk.ended(failed.id);
    expect(ended.processing.parts[0]?.attempts).toBe(2);
    const fine = await desk.submitAndWait({ url: `${site.origin}/clip.mp4?fine` });
    expect((await desk.post(`clips/${fine.id}/retry`)).status).toBe(409);
  });

  it('stops a download when the clip is cancelled', async () => {
    const { body } = await desk.post<{ id: string }>('clips', { url: `${site.origin}/drip.mp4` });
    await desk.statusWhere(body.id, ({ processing }) => processing.parts[0]?.state === 'running');
    const cancelled = await desk.post<ClipStatusBody>(`clips/${body.id}/cancel`);
    expect(cancelled.body.processing.state).toBe('cancelled');
    const again = await desk.submitAndWait({ url: `${site.origin}/clip.mp4?after-cancel` });
    expect(again.processing.state).toBe('complete');
  });

  it('answers 304 to pollers, holds a long-poll until something changes, and counts versions up', async () => {
    const { body } = await desk.post<{ id: string }>('clips', { url: `${site.origin}/clip.mp4?poll` });
    const ended = await desk.ended(body.id);
    const first = await desk.get(`clips/${body.id}/status`);
    const etag = first.headers.get('etag') ?? '';
    const same = await desk.get(`clips/${body.id}/status`, { 'if-none-match': etag });
    expect([same.status, same.body]).toEqual([304, '']);
    const began = Date.now();
    const held = await desk.get(`clips/${body.id}/status?wait=1`, { 'if-none-match': etag });
    expect(held.status).toBe(304);
    expect(Date.now() - began).toBeGreaterThanOrEqual(950);
    const waiting = desk.get<ClipStatusBody>(`clips/${body.id}/status?wait=30`, { 'if-none-match': etag });
    await desk.post('clips', {
      url: `${site.origin}/clip.mp4?poll`,
      claims: { source: { statement: 'again' } },
    });
    const changed = await waiting;
    expect(changed.status).toBe(200);
    expect(changed.body.version).toBeGreaterThan(ended.version);
  });

  it('verifies whole afterwards', async () => {
    await desk.post('custody/verification');
    const report = await desk.verified();
    expect(report.differences).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.custodyRoleProtected).toBe(true);
  });

  it('names a claim whose words were changed and a frame whose row was removed, by whoever could', async () => {
    const { body } = await desk.post<{ id: string; claims: { id: string }[] }>('clips', {
      url: `${site.origin}/clip.mp4?tampered`,
      claims: { time: { statement: 'filmed in 2020' } },
    });
    await desk.ended(body.id);
    const claimId = body.claims[0]?.id;
    await desk.asOwner("update claim set statement = 'filmed in 2015' where id = $1", [claimId]);
    await desk.asOwner('delete from frame where clip_id = $1 and index = 0', [body.id]);
    await desk.post('custody/verification');
    const { differences, ok } = await desk.verified();
    expect(ok).toBe(false);
    expect(differences.filter(({ code }) => code === 'V032').map(({ subject }) => subject)).toEqual([
      `claim/${claimId}`,
    ]);
    const lost = differences.filter(({ code }) => code === 'V034').map(({ subject }) => subject);
    expect(lost.length).toBeGreaterThan(0);
    for (const subject of lost) expect(subject).toContain(body.id);
  });

  it('has let no link, address or token into the log of any process', () => {
    expect(desk.log).toContain('part failed');
    for (const secret of [site.origin, '127.0.0.1', '169.254.169.254', 'clip.mp4', desk.token]) {
      expect(desk.log).not.toContain(secret);
    }
  });
});

interface FrameBody {
  readonly ptsMs: number;
  readonly sha256: string;
  readonly imageUrl: string;
}

async function image(desk: DeskDriver, url: string): Promise<Buffer> {
  const response = await fetch(`${desk.url}${url}`, { headers: { authorization: `Bearer ${desk.token}` } });
  expect(response.headers.get('content-type')).toBe('image/jpeg');
  return Buffer.from(await response.arrayBuffer());
}

function codes(status: ClipStatusBody) {
  return status.processing.parts.map(({ part, state, error }) => [part, state, error?.code ?? null]);
}
