import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acquireProcessLock } from './process-lock.js';
import { markProcess } from './process-mark.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sl-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a process lock', () => {
  it('is refused while held and given again after its release', async () => {
    const file = path.join(folder, 'lock');
    const release = await acquireProcessLock(file);
    await expect(acquireProcessLock(file)).rejects.toMatchObject({ name: 'LockHeldError', pid: process.pid });
    await release();
    await (
      await acquireProcessLock(file)
    )();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['a dead process', JSON.stringify({ pid: 2 ** 22 + 5, startTicks: '1', bootId: null })],
    [
      'another process of the same id, now ended',
      JSON.stringify({ ...markProcess(process.pid), startTicks: '1' }),
    ],
    ['nobody (half a file)', '{"pid": 1'],
  ])('is taken over from %s', async (_who, content) => {
    const file = path.join(folder, 'lock');
    await writeFile(file, content);
    await (
      await acquireProcessLock(file)
    )();
    expect(await readdir(folder)).toEqual([]);
  });
});
