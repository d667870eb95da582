import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver } from '../support/desk.js';
import { startSite, type Site } from '../support/site/site.js';

let site: Site;
let desk: DeskDriver;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
});
afterAll(async () => {
  await desk.stop();
  await site.close();
});

interface CustodyItem {
  readonly action: string;
  readonly body: { readonly part?: string; readonly reason?: string };
}

const KILLED_IN = ['acquire', 'probe', 'metadata', 'frames'];

describe('a worker that is killed', () => {
  it.each(KILLED_IN)(
    'in part %s loses nothing: the clip completes and the custody chain says what happened',
    async (part) => {
      const { body } = await desk.post<{ id: string }>('clips', {
        url: `${site.origin}/clip.mp4?kill=${part}`,
      });
      await desk.statusWhere(body.id, ({ processing }) =>
        processing.parts.some(
          (seen) => seen.part === part && (seen.state === 'running' || seen.state === 'complete'),
        ),
      );
      await desk.killWorker();
      await desk.startWorker();
      const status = await desk.ended(body.id);
      expect(status.processing.state).toBe('complete');
      const { body: custody } = await desk.get<{ items: CustodyItem[] }>(
        `clips/${body.id}/custody?limit=200`,
      );
      const interrupted = custody.items.filter(({ action }) => action === 'part.interrupted');
      // What hangs on other clips (match, checks) may run again for their sake.
      const ofThisClip = status.processing.parts.filter((seen) => KILLED_IN.includes(seen.part));
      const attempts = ofThisClip.map((seen) => [seen.part, seen.attempts]);
      const interruptions = (name: string) => interrupted.filter((event) => event.body.part === name).length;
      expect(attempts).toEqual(KILLED_IN.map((name) => [name, 1 + interruptions(name)]));
      for (const event of interrupted) expect(event.body.reason).toBe('worker_died');
      expect(custody.items.filter(({ action }) => action === 'evidence.sealed')).toHaveLength(1);
    },
  );

  it('during a burst of twenty clips, five kills and one of the index leaves every acknowledged clip complete, once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      const { body, status } = await desk.post<{ id: string }>('clips', {
        url: `${site.origin}/clip.mp4?burst=${i}`,
      });
      expect(status).toBe(202);
      ids.push(body.id);
      if (i % 4 === 3) {
        await desk.killWorker();
        await desk.startWorker();
      }
      if (i === 9) {
        await desk.killIndex();
        desk.startIndex();
      }
    }
    const ended = await Promise.all(ids.map((id) => desk.ended(id, 120_000)));
    expect(ended.map(({ processing }) => processing.state)).toEqual(ids.map(() => 'complete'));
    await desk.post('custody/verification');
    const { differences } = await desk.verified();
    // What a killed worker had sealed and not yet recorded lies in the store without a row: a warning.
    expect(differences.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const id of ids) await expectNothingTwice(id, ids);
  }, 180_000);
});

/** All clips of the burst have the same bytes: each knows every other one, once, and no rule says the same thing twice. */
async function expectNothingTwice(clipId: string, ids: readonly string[]): Promise<void> {
  await desk.until(`${clipId} knows the others`, async () => {
    const { body } = await desk.get<{ items: { clipId: string }[] }>(`clips/${clipId}/matches?limit=200`);
    const others = body.items.map((match) => match.clipId).filter((id) => ids.includes(id));
    expect(others.toSorted()).toEqual(ids.filter((id) => id !== clipId).toSorted());
    return true;
  });
  const { body } = await desk.get<{ items: { rule: string; withdrawn: unknown }[] }>(
    `clips/${clipId}/findings?limit=200`,
  );
  const rules = body.items.filter(({ withdrawn }) => withdrawn === null).map(({ rule }) => rule);
  expect(rules).toEqual([...new Set(rules)]);
}

describe('a worker that is stopped in order', () => {
  it('gives back what it had in hand', async () => {
    const { body } = await desk.post<{ id: string }>('clips', { url: `${site.origin}/drip.mp4?stop` });
    await desk.statusWhere(body.id, ({ processing }) => processing.parts[0]?.state === 'running');
    const began = Date.now();
    await desk.stopWorker();
    expect(Date.now() - began).toBeLessThan(10_000);
    const waiting = await desk.get<{ processing: { parts: { state: string }[] } }>(`clips/${body.id}/status`);
    expect(waiting.body.processing.parts[0]?.state).toBe('waiting');
    await desk.startWorker();
    await desk.statusWhere(body.id, ({ processing }) => processing.parts[0]?.attempts === 2);
    await desk.post(`clips/${body.id}/cancel`);
  });
});

describe('a setting that was changed before a retry', () => {
  it('is what the retry goes by, also in the parts on which the failed one builds', async () => {
    const { body: made } = await desk.upload({ bytes: await cinepakClip(), name: 'cinepak.avi' });
    const refused = await desk.ended(made.id);
    expect(refused.processing.parts.find(({ part }) => part === 'frames')?.error?.code).toBe(
      'unsupported_codec',
    );
    await desk.stopWorker();
    await desk.startWorker({ CODEC_POLICY: 'all' });
    await desk.post(`clips/${made.id}/retry`);
    expect((await desk.ended(made.id)).processing.state).toBe('complete');
  });
});

describe('a key that is lost', () => {
  it('stops the start with a sentence instead of being replaced by a new one', async () => {
    await desk.stopWorker();
    const key = join(desk.dataDir, 'keys', 'custody-private.key');
    await rename(key, `${key}.kept`);
    await expect(desk.startWorker()).rejects.toThrow(/put the right one back/);
    await rename(`${key}.kept`, key);
    await desk.startWorker();
  });
});

describe('an API that is killed', () => {
  it('has lost no acknowledged submission and answers the retried one under the same key', async () => {
    const key = { 'idempotency-key': 'before-the-kill' };
    const submission = { url: `${site.origin}/clip.mp4?api-kill` };
    const first = await desk.post<{ id: string }>('clips', submission, key);
    await desk.killApi();
    await desk.startApi();
    const again = await desk.post<{ id: string }>('clips', submission, key);
    expect(again.body.id).toBe(first.body.id);
    expect((await desk.ended(first.body.id)).processing.state).toBe('complete');
  });
});

/** A codec outside the common policy, in a file of our own. */
async function cinepakClip(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-cinepak-'));
  const path = join(folder, 'clip.avi');
  await promisify(execFile)('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'testsrc=s=64x64:r=5:d=1',
    '-c:v',
    'cinepak',
    path,
  ]);
  const bytes = await readFile(path);
  await rm(folder, { recursive: true });
  return bytes;
}
