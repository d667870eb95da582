import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';
import { processesNaming, uniqueMark, waitUntil } from './testing/processes.js';

/** A worker in small: a node process of its own that runs an endless ffmpeg through the runner. */
const WORKER = `
  import { createToolRunner } from './media/tool-runner.js';
  import { createServer } from 'node:net';
  const [tier, mark, socketPath] = process.argv.slice(2);
  if (socketPath) await new Promise((resolve) => createServer().listen(socketPath, resolve));
  const runner = await createToolRunner({
    paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }, minTier: Number(tier), maxTier: Number(tier),
  });
  await runner.run({
    tool: 'ffmpeg',
    ...(socketPath && { egressProxy: { port: 8080, socketPath } }),
    args: () => ['-nostdin', '-v', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc', '-metadata', 'comment=' + mark, '-f', 'null', '-'],
    limits: { timeoutMs: 60000, cpuSeconds: 60, addressSpaceBytes: 4 * 1024 ** 3, fileSizeBytes: 1, stdoutBytes: 1 },
    signal: new AbortController().signal,
  });
`;

describe('a worker that is killed by SIGKILL', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sightline-orphans-'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await compile('media');
    await compile('shared');
    await writeFile(join(folder, 'worker.js'), WORKER);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function compile(name: string): Promise<void> {
    const source = fileURLToPath(new URL(`../${name}/`, import.meta.url));
    await mkdir(join(folder, name));
    const files = (await readdir(source)).filter((file) => /^[^.]+\.ts$/.test(file));
    for (const file of files) {
      const { code } = await transformFile(join(source, file), {
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      });
      await writeFile(join(folder, name, file.replace(/ts$/, 'js')), code);
    }
  }

  it.each([3, 1])('leaves no ffmpeg behind at tier %i', async (tier) => {
    const mark = uniqueMark();
    const worker = spawn(process.execPath, [join(folder, 'worker.js'), String(tier), mark], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await waitUntil(async () => (await processesNaming(mark, /\/ffmpeg$/)).length > 0, 30_000);
    worker.kill('SIGKILL');
    await waitUntil(async () => (await processesNaming(mark)).length === 0, 5_000);
    expect(await processesNaming(mark)).toEqual([]);
  });

  it('leaves neither tool nor bridge behind when the tool had a way to the network', async () => {
    const mark = uniqueMark();
    const args = [join(folder, 'worker.js'), '3', mark, join(folder, 'proxy.sock')];
    const worker = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const both = [/\/ffmpeg$/, /^perl$/];
    for (const program of both) {
      await waitUntil(async () => (await processesNaming(mark, program)).length > 0, 30_000);
    }
    worker.kill('SIGKILL');
    await waitUntil(async () => (await processesNaming(mark)).length === 0, 5_000);
    expect(await processesNaming(mark)).toEqual([]);
  });
});
