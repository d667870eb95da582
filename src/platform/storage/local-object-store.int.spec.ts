import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { LocalObjectStore } from './local-object-store.js';
import type { StoredObject } from './object-store.js';

const ABSENT = '0'.repeat(64);
let root: string;
let store: LocalObjectStore;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'sightline-store-'));
  store = await LocalObjectStore.open(root);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function put(bytes: Uint8Array, into = store): Promise<StoredObject> {
  const draft = await into.begin();
  await draft.write(bytes);
  return draft.seal();
}

function placeOf(hash: string): string {
  return path.join(root, 'sha256', hash.slice(0, 2), hash.slice(2, 4), hash);
}

async function drafts(): Promise<string[]> {
  return readdir(path.join(root, 'tmp'));
}

async function listed(): Promise<string[]> {
  const found: string[] = [];
  for await (const object of store.list()) found.push(object.sha256Hex);
  return found;
}

describe('sealing', () => {
  it('names the object by its SHA-256, read-only, in folders that only the owner enters', async () => {
    const bytes = randomBytes(70_000);
    const draft = await store.begin();
    await draft.write(bytes.subarray(0, 1));
    await draft.write(bytes.subarray(1));
    expect(draft.sizeBytes).toBe(bytes.length);
    const stored = await draft.seal();

    expect(stored).toEqual({
      sha256Hex: createHash('sha256').update(bytes).digest('hex'),
      sha512Hex: createHash('sha512').update(bytes).digest('hex'),
      sizeBytes: bytes.length,
      alreadyStored: false,
    });
    expect(await readFile(placeOf(stored.sha256Hex))).toEqual(bytes);
    expect((await stat(placeOf(stored.sha256Hex))).mode & 0o777).toBe(0o444);
    for (const folder of [root, path.join(root, 'tmp'), path.dirname(placeOf(stored.sha256Hex))]) {
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
    }
    expect(await drafts()).toEqual([]);
  });

  it('keeps an empty object like any other', async () => {
    const stored = await put(new Uint8Array());
    expect(stored.sizeBytes).toBe(0);
    expect(await buffer(await store.read(stored.sha256Hex))).toHaveLength(0);
  });

  it('stores the same bytes once, also under another path', async () => {
    const bytes = randomBytes(5000);
    const file = path.join(root, 'scratch.bin');
    await writeFile(file, bytes);
    const first = await put(bytes);
    const second = await store.putFile(file);
    expect(second).toEqual({ ...first, alreadyStored: true });
    expect(await listed()).toEqual([first.sha256Hex]);
    expect(await drafts()).toEqual([]);
  });

  it('lets exactly one of many racing writers store the bytes', async () => {
    const bytes = randomBytes(200_000);
    const other = await LocalObjectStore.open(root);
    const stored = await Promise.all(
      Array.from({ length: 40 }, (_, i) => put(bytes, i % 2 === 0 ? store : other)),
    );
    expect(stored.filter((object) => !object.alreadyStored)).toHaveLength(1);
    expect(await listed()).toEqual([stored[0]?.sha256Hex]);
    expect(await drafts()).toEqual([]);
  });

  it('refuses when what is on disk is not what was written', async () => {
    const draft = await store.begin();
    await draft.write(randomBytes(4096));
    await writeFile(draft.path, randomBytes(4096));
    await expect(draft.seal()).rejects.toMatchObject({ code: 'integrity_mismatch' });
    await draft.discard();
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['shorter', async (file: string) => truncate(file, 10)],
    ['changed at the same length', async (file: string) => writeFile(file, randomBytes(900))],
  ])('refuses to lean on an existing object that is %s, and leaves it as it is', async (_, damage) => {
    const bytes = randomBytes(900);
    const { sha256Hex } = await put(bytes);
    await chmod(placeOf(sha256Hex), 0o600);
    await damage(placeOf(sha256Hex));
    const damaged = await readFile(placeOf(sha256Hex));
    await expect(put(bytes)).rejects.toMatchObject({ code: 'integrity_mismatch' });
    expect(await readFile(placeOf(sha256Hex))).toEqual(damaged);
  });

  it('leaves nothing when a draft is discarded, and discarding after sealing keeps the object', async () => {
    const thrown = await store.begin();
    await thrown.write(randomBytes(10));
    await thrown.discard();
    await expect(thrown.seal()).rejects.toMatchObject({ code: 'storage_error' });
    const kept = await store.begin();
    await kept.write(randomBytes(10));
    const { sha256Hex } = await kept.seal();
    await kept.discard();
    expect(await drafts()).toEqual([]);
    expect(await store.size(sha256Hex)).toBe(10);
  });
});

describe('reading', () => {
  it('serves inclusive byte ranges', async () => {
    const bytes = randomBytes(3_000_000);
    const { sha256Hex } = await put(bytes);
    const reads = async (wanted: Uint8Array, range?: { start: number; end: number }): Promise<boolean> =>
      (await buffer(await store.read(sha256Hex, range))).equals(wanted);
    expect(await reads(bytes)).toBe(true);
    expect(await reads(bytes.subarray(0, 1), { start: 0, end: 0 })).toBe(true);
    expect(await reads(bytes.subarray(1_048_570, 2_097_161), { start: 1_048_570, end: 2_097_160 })).toBe(
      true,
    );
  });

  it('says that an absent object is an integrity failure and gives no size', async () => {
    await expect(store.read(ABSENT)).rejects.toMatchObject({ code: 'integrity_mismatch' });
    await expect(store.localPath(ABSENT)).rejects.toMatchObject({ code: 'integrity_mismatch' });
    expect(await store.size(ABSENT)).toBeUndefined();
  });

  it.each(['../../etc/passwd', 'A'.repeat(64), ''])('never makes a path of %p', async (name) => {
    await expect(store.read(name)).rejects.toMatchObject({ code: 'storage_error' });
    await expect(store.localPath(name)).rejects.toMatchObject({ code: 'storage_error' });
  });
});

describe('upkeep', () => {
  it('lists objects apart from files that do not belong', async () => {
    const { sha256Hex } = await put(randomBytes(10));
    const stray = path.join(path.dirname(placeOf(sha256Hex)), 'notes.txt');
    const misplaced = path.join(root, 'sha256', ABSENT);
    await Promise.all([writeFile(stray, 'x'), writeFile(misplaced, 'y')]);
    const strays: string[] = [];
    for await (const file of store.listStrays()) strays.push(file.path);
    expect(await listed()).toEqual([sha256Hex]);
    expect(strays.sort()).toEqual([stray, misplaced].sort());
  });

  it('sweeps drafts that a crash left behind, and only the old ones', async () => {
    const old = path.join(root, 'tmp', 'crashed.part');
    await writeFile(old, 'half a clip');
    await utimes(old, new Date(Date.now() - 7_200_000), new Date(Date.now() - 7_200_000));
    const live = await store.begin();
    expect(await store.sweepDrafts(3_600_000)).toBe(1);
    expect(await drafts()).toEqual([path.basename(live.path)]);
    await live.discard();
  });

  it('probes by writing, and says so when it cannot', async () => {
    await store.probe();
    expect(await drafts()).toEqual([]);
    await rm(path.join(root, 'tmp'), { recursive: true });
    await expect(store.probe()).rejects.toMatchObject({ code: 'storage_error' });
  });

  it('opens the same folder again with everything in it', async () => {
    const { sha256Hex } = await put(randomBytes(10));
    expect(await (await LocalObjectStore.open(root)).size(sha256Hex)).toBe(10);
  });
});

describe('limits', () => {
  it('streams 300 MB without holding them', async () => {
    const chunk = randomBytes(1024 * 1024);
    const draft = await store.begin();
    const before = process.memoryUsage.rss();
    let peak = before;
    for (let i = 0; i < 300; i += 1) {
      chunk.writeUInt32LE(i);
      await draft.write(chunk);
      peak = Math.max(peak, process.memoryUsage.rss());
    }
    const { sha256Hex, sizeBytes } = await draft.seal();
    const again = await store.putFile(await store.localPath(sha256Hex));
    peak = Math.max(peak, process.memoryUsage.rss());
    expect(sizeBytes).toBe(300 * 1024 * 1024);
    expect(again.alreadyStored).toBe(true);
    expect(peak - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('answers storage_full on a full disk, keeps what was sealed and works again once there is room', async () => {
    const folder = path.join(root, 'small');
    await mkdir(folder);
    if (!(await run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder))) {
      process.stderr.write('not tried: this machine lets us mount no tmpfs\n');
      return;
    }
    try {
      const small = await LocalObjectStore.open(folder);
      const kept = await put(randomBytes(300_000), small);
      const draft = await small.begin();
      const writing = async (): Promise<void> => {
        for (let i = 0; i < 30; i += 1) await draft.write(randomBytes(100_000));
      };
      await expect(writing()).rejects.toMatchObject({ code: 'storage_full' });
      await expect(draft.seal()).rejects.toMatchObject({ code: 'storage_error' });
      await draft.discard();
      expect(await small.size(kept.sha256Hex)).toBe(300_000);
      expect((await put(randomBytes(300_000), small)).alreadyStored).toBe(false);
    } finally {
      await run('umount', folder);
    }
  });
});

async function run(command: string, ...args: string[]): Promise<boolean> {
  const child = spawn(command, args, { stdio: 'ignore' });
  return once(child, 'exit').then(
    ([code]) => code === 0,
    () => false,
  );
}
