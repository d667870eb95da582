import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver } from '../test/support/desk.js';
import { type Site, startSite } from '../test/support/site/site.js';

const LAUNCHER = fileURLToPath(new URL('sightline.mjs', import.meta.url));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

/** Every field that these specs read of any answer. */
interface Reply {
  readonly id: string;
  readonly duplicateOf?: string;
  readonly title: string;
  readonly processing: { readonly state: string };
  readonly claims: readonly { readonly type: string; readonly statement: string; readonly value: object }[];
  readonly original: { readonly sizeBytes: number };
  readonly results: readonly { readonly index: number }[];
  readonly items: readonly { readonly id: string }[];
  readonly token: string;
}

let site: Site;
let desk: DeskDriver;
let folder: string;

beforeAll(async () => {
  site = await startSite();
  desk = await DeskDriver.start({
    env: { EGRESS_ALLOW: `127.0.0.1:${site.port}`, MAX_CLIP_BYTES: '2000000' },
  });
  folder = await mkdtemp(path.join(tmpdir(), 'sightline-cli-'));
});

afterAll(async () => {
  await desk.stop();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** The command as a person would run it, in a process of its own. */
function sightline(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const settings = { SIGHTLINE_URL: desk.url, SIGHTLINE_TOKEN: desk.token, DATA_DIR: desk.dataDir, ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [LAUNCHER, ...args],
      { env: { PATH, NODE_COMPILE_CACHE, ...settings }, cwd: folder },
      (error, out, notes) => resolve({ code: error === null ? 0 : Number(error.code), out, notes }),
    );
  });
}

async function json(args: readonly string[]): Promise<Ran & { readonly body: Reply }> {
  const ran = await sightline([...args, '--json']);
  return { ...ran, body: JSON.parse(ran.out) as Reply };
}

describe('sightline submit', () => {
  it('--wait ends with 0 when the clip is complete, and its claims are kept word for word', async () => {
    const claims = [
      '--location',
      'Khan al-Sebel@35.76,36.76,3000',
      '--time',
      '2020-02-09',
      '--source',
      '@example',
    ];
    const { code, body, notes } = await json(['submit', `${site.origin}/clip.mp4`, ...claims, '--wait']);
    expect({ code, notes, state: body.processing.state }).toEqual({ code: 0, notes: '', state: 'complete' });
    expect(body.claims.map(({ type, statement, value }) => ({ type, statement, value }))).toEqual(
      expect.arrayContaining([
        { type: 'location', statement: 'Khan al-Sebel', value: { lat: 35.76, lon: 36.76, radiusM: 3000 } },
        { type: 'source', statement: '@example', value: { handle: '@example' } },
      ]),
    );
  });

  it('of a link that is known names the clip that has it', async () => {
    const first = await json(['submit', `${site.origin}/clip.mp4?again`]);
    const second = await json(['submit', `${site.origin}/clip.mp4?again#t=3`]);
    expect(second).toMatchObject({ code: 0, body: { id: first.body.id, duplicateOf: first.body.id } });
  });

  it('--wait ends with 1 when the clip fails, and says why', async () => {
    const { code, body, notes } = await json(['submit', `${site.origin}/page/none`, '--wait']);
    expect({ code, state: body.processing.state }).toEqual({ code: 1, state: 'failed' });
    expect(notes).toContain('is failed: acquire:');
  });

  it('of a refused link ends with 1 and gives the problem', async () => {
    const { code, body, notes } = await json(['submit', 'ftp://a.example/b']);
    expect({ code, body }).toMatchObject({ code: 1, body: { code: 'unsupported_url', status: 400 } });
    expect(notes).toBe('sightline: Only http and https links can be fetched. (unsupported_url)\n');
  });

  it('--csv submits every good row of a table, names the bad ones and ends with 1', async () => {
    const rows = [
      `url,case,note`,
      `${site.origin}/clip.mp4?csv=1,Inbox,"a, ""b"""`,
      'ftp://a.example/b,,',
      'x,Nowhere,',
    ];
    await writeFile(path.join(folder, 'clips.csv'), `\uFEFF${rows.join('\r\n')}\r\n`);
    const { code, body } = await json(['submit', '--csv', 'clips.csv']);
    expect({ code, body }).toMatchObject({
      code: 1,
      body: {
        created: 1,
        rejected: 2,
        results: [
          { line: 2, outcome: 'created' },
          { line: 3, outcome: 'rejected', problem: { code: 'unsupported_url' } },
          { line: 4, outcome: 'rejected', problem: { code: 'unknown_case' } },
        ],
      },
    });
  });

  it('--csv sends more rows than one request may have, and answers in their order', async () => {
    const bad = Array.from({ length: 1202 }, (_, index) => `ftp://a.example/${index}`);
    await writeFile(
      path.join(folder, 'many.csv'),
      ['url', ...bad, `${site.origin}/clip.mp4?last`].join('\n'),
    );
    const { code, body } = await json(['submit', '--csv', 'many.csv']);
    expect({ code, body }).toMatchObject({ code: 1, body: { created: 1, rejected: 1202 } });
    expect(body.results.map(({ index }) => index)).toEqual(Array.from({ length: 1203 }, (_, index) => index));
    expect(body.results.at(-1)).toMatchObject({ line: 1204, outcome: 'created' });
  });
});

/** Passes bytes on to the desk and tells when a text has gone by. */
async function listenedWire(): Promise<{ url: string; heard(text: string): Promise<void>; close(): void }> {
  let sent = '';
  const listeners = new Set<() => void>();
  const server = createServer((from) => {
    const to = connect(Number(new URL(desk.url).port), '127.0.0.1');
    from.on('data', (chunk) => {
      sent += String(chunk);
      for (const listener of listeners) listener();
    });
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      a.on('error', () => b.destroy());
      a.pipe(b);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard: (text) =>
      new Promise((resolve) => {
        const look = () => sent.includes(text) && resolve();
        listeners.add(look);
        look();
      }),
    close: () => server.close(),
  };
}

describe('sightline upload', () => {
  it('sends a file under its name, whatever letters it has', async () => {
    await writeFile(path.join(folder, 'مقطع "1".mp4'), site.clip);
    const { code, body } = await json(['upload', 'مقطع "1".mp4', '--wait']);
    expect(code).toBe(0);
    expect(body.original.sizeBytes).toBe(site.clip.length);
    expect(body.title).toContain('مقطع');
  });

  it('of a file that is too large ends with 1 and says so', async () => {
    await writeFile(path.join(folder, 'large.mp4'), Buffer.alloc(3_000_000));
    expect(await json(['upload', 'large.mp4'])).toMatchObject({ code: 1, body: { code: 'too_large' } });
  });
});

describe('sightline status and list', () => {
  it('status --watch shows the end of a clip; list finds it', async () => {
    const { body: clip } = await json(['submit', `${site.origin}/clip.mp4?watched`]);
    const watched = await json(['status', clip.id, '--watch']);
    expect(watched).toMatchObject({ code: 0, body: { id: clip.id, processing: { state: 'complete' } } });
    const listed = await json(['list', '--processing', 'complete', '--case', 'Inbox', '--all']);
    expect(listed.body.items.map(({ id }) => id)).toContain(clip.id);
  });

  it('status --watch outlasts a restart of the desk', async () => {
    await desk.stopWorker();
    const { body } = await desk.post<{ id: string }>('clips', { url: `${site.origin}/clip.mp4?restart` });
    const wire = await listenedWire();
    const watching = sightline(['status', body.id, '--watch', '--json'], { SIGHTLINE_URL: wire.url });
    await wire.heard('/status?wait=');
    await desk.killApi();
    await Promise.all([desk.startApi(), desk.startWorker()]);
    expect(await watching).toMatchObject({ code: 0, notes: '' });
    wire.close();
  });

  it('of a clip that does not exist ends with 1', async () => {
    const { code, notes } = await sightline(['status', '0197aaaa-0000-7000-8000-000000000001']);
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('(not_found)') });
  });
});

describe('sightline history', () => {
  it('tells a clip as sentences, oldest first, and as JSON', async () => {
    const { body } = await json([
      'submit',
      `${site.origin}/absent/told`,
      '--source',
      'a \u202Egnikrow\u202C person',
    ]);
    const told = await sightline(['history', body.id]);
    expect({ code: told.code, notes: told.notes, id: body.id }).toEqual({
      code: 0,
      notes: '',
      id: expect.any(String),
    });
    expect(told.out.split('\n')[0]).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:]{8}Z {2}#\d+ {2}.* submitted the clip by link with 1 claim\.$/,
    );
    expect(told.out).toContain('a <U+202E>gnikrow<U+202C> person');
    const asJson = await json(['history', body.id]);
    expect(asJson.body.items.length).toBeGreaterThan(0);
    expect((await sightline(['history', randomUUID()])).code).toBe(1);
  });
});

describe('sightline token', () => {
  it('makes a token that works until it is revoked', async () => {
    const { body } = await json(['token', 'create', 'spec', '--scope', 'read']);
    const asReader = { SIGHTLINE_TOKEN: body.token };
    expect(await sightline(['list'], asReader)).toMatchObject({ code: 0 });
    expect(await sightline(['submit', `${site.origin}/clip.mp4?reader`], asReader)).toMatchObject({
      code: 1,
    });
    expect(await sightline(['token', 'revoke', body.id])).toMatchObject({ code: 0 });
    expect(await sightline(['list'], asReader)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('(unauthenticated)'),
    });
  });
});

describe('sightline without a desk', () => {
  it('says so in one line', async () => {
    const { code, out, notes } = await sightline(['list'], { SIGHTLINE_URL: 'http://127.0.0.1:1999' });
    expect({ code, out, notes }).toEqual({
      code: 1,
      out: '',
      notes: 'sightline: No desk answers at http://127.0.0.1:1999 (ECONNREFUSED).\n',
    });
  });

  it('never sends the administrator’s token of this machine to another address', async () => {
    const { code, notes } = await sightline(['list'], { SIGHTLINE_URL: site.origin, SIGHTLINE_TOKEN: '' });
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('set SIGHTLINE_TOKEN') });
  });
});

describe('sightline verify --all', () => {
  it('ends with 0 while everything is as recorded, and with 1 once a byte of an object has changed', async () => {
    expect(await json(['verify', '--all'])).toMatchObject({ code: 0, body: { ok: true } });
    const changed = await changeOneObject();
    const { code, out } = await sightline(['verify', '--all']);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`V002 error: .*${changed}`));
  });
});

/** Overwrites the content of one stored object; its name is the hash that it should have. */
async function changeOneObject(): Promise<string> {
  const root = path.join(desk.dataDir, 'objects');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const file = entries.find((entry) => entry.isFile() && /^[0-9a-f]{64}/.test(entry.name));
  if (file === undefined) throw new Error(`no object below ${root}`);
  const name = path.join(file.parentPath, file.name);
  await chmod(name, 0o600);
  await writeFile(name, 'changed');
  return file.name.slice(0, 64);
}
