import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createToolRunner, type SandboxedToolRunner } from './tool-runner.js';
import { processesNaming, uniqueMark, waitUntil } from './testing/processes.js';
import type { SandboxTier, ToolLimits, ToolRequest } from './tool.js';

const LIMITS: ToolLimits = {
  timeoutMs: 20_000,
  cpuSeconds: 20,
  addressSpaceBytes: 4 * 1024 ** 3,
  fileSizeBytes: 16 * 1024 ** 2,
  stdoutBytes: 1024 ** 2,
};

/** ffmpeg at work for a long time with little load, findable by `mark` in the process table. */
const endless = (mark: string): string[] =>
  `-nostdin -v error -re -f lavfi -i testsrc -metadata comment=${mark} -f null -`.split(' ');

const script = (code: string, ...args: string[]): string[] => ['--input-type=module', '-e', code, ...args];

async function caught(promise: Promise<unknown>): Promise<{ code?: string; details?: object }> {
  return promise.then(
    () => {
      throw new Error('was expected to fail');
    },
    (error: unknown) => error as { code?: string; details?: object },
  );
}

describe.each([3, 1, 0] as const)('runner at tier %i', (tier: SandboxTier) => {
  let folder: string;
  let input: string;
  let output: string;
  let runner: SandboxedToolRunner;
  let listener: Server;

  const request = (over: Partial<ToolRequest> & Pick<ToolRequest, 'tool' | 'args'>): ToolRequest => ({
    limits: LIMITS,
    signal: new AbortController().signal,
    ...over,
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sightline-runner-'));
    await chmod(folder, 0o700);
    [input, output] = [join(folder, 'evidence'), join(folder, 'out')];
    await mkdir(output);
    await writeFile(input, 'sealed', { mode: 0o400 });
    listener = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    runner = await createToolRunner({
      paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' },
      minTier: tier,
      maxTier: tier,
    });
  });

  afterAll(async () => {
    await new Promise((resolve) => listener.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  it('runs in that tier and records version, digest and arguments without host paths', async () => {
    const { record, stdout } = await runner.run(
      request({
        tool: 'node',
        args: (at) => script('console.log(process.argv[1])', at.input),
        inputPath: input,
      }),
    );
    expect(stdout.toString().trim()).toBe(tier === 3 ? '/in' : input);
    expect(record).toMatchObject({ tool: 'node', version: process.version, sandboxTier: tier, exitCode: 0 });
    expect(record.binarySha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(record)).not.toContain(folder);
  });

  it('gives the tool nothing of our environment', async () => {
    process.env['SIGHTLINE_CANARY'] = 'secret';
    const { stdout } = await runner.run(
      request({ tool: 'node', args: () => script('console.log(JSON.stringify(process.env))') }),
    );
    delete process.env['SIGHTLINE_CANARY'];
    const seen = Object.keys(JSON.parse(stdout.toString()) as object).filter((name) => name !== 'PWD');
    expect(seen.toSorted()).toEqual(['HOME', 'LC_ALL', 'OMP_THREAD_LIMIT', 'PATH']);
  });

  it('lets the tool read its input and write its output folder', async () => {
    const code = `import { readFileSync, writeFileSync } from 'node:fs';
      const [from, to] = process.argv.slice(1); writeFileSync(to + '/copy', readFileSync(from));`;
    const { record } = await runner.run(
      request({
        tool: 'node',
        args: (at) => script(code, at.input, at.output),
        inputPath: input,
        outputDir: output,
      }),
    );
    expect(record.exitCode).toBe(0);
    expect(await readFile(join(output, 'copy'), 'utf8')).toBe('sealed');
  });

  it('keeps the input read-only, hides other files and the network at tier 3, which alone claims it', async () => {
    const code = `import { readFileSync, writeFileSync } from 'node:fs'; import { connect } from 'node:net';
      const [given, other, port] = process.argv.slice(1);
      const tell = (act) => { try { act(); return 'done'; } catch (error) { return error.code; } };
      const net = await new Promise((r) => connect(+port, '127.0.0.1').on('connect', () => r('done')).on('error', (e) => r(e.code)));
      console.log(JSON.stringify([tell(() => writeFileSync(given, 'x')), tell(() => readFileSync(other)), tell(() => readFileSync('/etc/passwd')), net]));`;
    const port = String((listener.address() as AddressInfo).port);
    const { stdout } = await runner.run(
      request({
        tool: 'node',
        args: (at) => script(code, at.input, input, port),
        inputPath: input,
      }),
    );
    const hidden = ['EROFS', 'ENOENT', 'ENOENT', 'ECONNREFUSED'];
    const asRoot = ['done', 'done', 'done', 'done'];
    const asUser = ['EACCES', 'done', 'done', 'done'];
    const open = process.getuid?.() === 0 ? asRoot : asUser;
    expect(JSON.parse(stdout.toString())).toEqual(tier === 3 ? hidden : open);
  });

  it('reaches the proxy that it is given, and records whether it was forced to or only told', async () => {
    const socketPath = join(folder, 'proxy.sock');
    const { port } = listener.address() as AddressInfo;
    const onSocket = createServer((socket) => socket.end('by socket'));
    const onPort = createServer((socket) => socket.end('by port'));
    await new Promise<void>((resolve) => onSocket.listen(socketPath, resolve));
    await new Promise<void>((resolve) => onPort.listen(0, '127.0.0.1', resolve));
    const code = `import { connect } from 'node:net';
      connect(+process.argv[1], '127.0.0.1').on('error', (e) => console.log(e.code)).pipe(process.stdout);`;
    const reach = async (to: number, over: Partial<ToolRequest>): Promise<string[]> => {
      const args = (): string[] => script(code, String(to));
      const { stdout, record } = await runner.run(request({ tool: 'node', args, ...over }));
      return [stdout.toString().trim(), record.network];
    };
    const proxyPort = (onPort.address() as AddressInfo).port;
    const forced = tier === 3;
    expect(await reach(proxyPort, { egressProxy: { port: proxyPort, socketPath } })).toEqual(
      forced ? ['by socket', 'proxy-forced'] : ['by port', 'proxy-told'],
    );
    expect(await reach(port, {})).toEqual(forced ? ['ECONNREFUSED', 'none'] : ['', 'unconfined']);
    await Promise.all([onSocket, onPort].map((server) => new Promise((resolve) => server.close(resolve))));
  });

  it('shows a folder of the program itself, read-only', async () => {
    const programDir = join(folder, 'program');
    await mkdir(programDir);
    await writeFile(join(programDir, 'greet.mjs'), "console.log('hello')");
    const { record, stdout } = await runner.run(
      request({ tool: 'node', args: (at) => [`${at.program}/greet.mjs`], programDir }),
    );
    expect(stdout.toString()).toBe('hello\n');
    expect(record.args).toEqual(['/program/greet.mjs']);
  });

  it('returns an exit code that is not 0 and the end of standard error', async () => {
    const seen: string[] = [];
    const code = `console.error('first'); console.error('x'.repeat(9000)); console.error('last'); process.exitCode = 7;`;
    const result = await runner.run(
      request({ tool: 'node', args: () => script(code), onStderrLine: (line) => seen.push(line) }),
    );
    expect(result.record.exitCode).toBe(7);
    expect(result.stderrTail).toHaveLength(4096);
    expect(result.stderrTail.endsWith('last\n')).toBe(true);
    expect([seen[0], seen.at(-1)]).toEqual(['first', 'last']);
  });

  it('passes lines of descriptor 3 and bytes of standard input', async () => {
    const lines: string[] = [];
    const code = `import { writeSync, readFileSync } from 'node:fs'; writeSync(3, 'one\\ntwo'); console.log(readFileSync(0, 'utf8'));`;
    const { stdout } = await runner.run(
      request({
        tool: 'node',
        args: () => script(code),
        stdin: 'given',
        onSideLine: (line) => lines.push(line),
      }),
    );
    expect(lines).toEqual(['one', 'two']);
    expect(stdout.toString()).toBe('given\n');
  });

  it('streams standard output without the cap and never runs ahead of a slow reader', async () => {
    let [sizeBytes, busy] = [0, 0];
    const code = `process.stdout.write(Buffer.alloc(${3 * LIMITS.stdoutBytes}))`;
    await runner.run(
      request({
        tool: 'node',
        args: () => script(code),
        onStdout: async (chunk) => {
          busy += 1;
          expect(busy).toBe(1);
          await new Promise((resolve) => setImmediate(resolve));
          sizeBytes += chunk.length;
          busy -= 1;
        },
      }),
    );
    expect(sizeBytes).toBe(3 * LIMITS.stdoutBytes);
  });

  it('ends the run when a reader throws, with what it threw', async () => {
    const mark = uniqueMark();
    const failure = new Error('reader failed');
    const run = runner.run(
      request({
        tool: 'node',
        args: () => script('setInterval(() => console.log(1), 5)', mark),
        onStdout: () => Promise.reject(failure),
      }),
    );
    expect(await caught(run)).toBe(failure);
    expect(await processesNaming(mark)).toEqual([]);
  });

  it('ends captured output above the cap with limits_exceeded', async () => {
    const args = '-nostdin -v error -f lavfi -i testsrc -f rawvideo pipe:1'.split(' ');
    const error = await caught(runner.run(request({ tool: 'ffmpeg', args: () => args })));
    expect(error.code).toBe('limits_exceeded');
  });

  it('kills a tool that ignores TERM when its time is over, and leaves no process', async () => {
    const mark = uniqueMark();
    const error = await caught(
      runner.run(
        request({ tool: 'ffmpeg', args: () => endless(mark), limits: { ...LIMITS, timeoutMs: 700 } }),
      ),
    );
    expect(error.code).toBe('tool_timeout');
    expect(error.details).toMatchObject({
      record: { tool: 'ffmpeg', sandboxTier: tier, exitCode: null },
    });
    expect(await processesNaming(mark)).toEqual([]);
  });

  it('kills the group on abort and throws the reason', async () => {
    const mark = uniqueMark();
    const abort = new AbortController();
    const run = caught(
      runner.run(request({ tool: 'ffmpeg', args: () => endless(mark), signal: abort.signal })),
    );
    await waitUntil(async () => (await processesNaming(mark)).length > 0);
    const reason = new Error('cancelled by a person');
    abort.abort(reason);
    expect(await run).toBe(reason);
    expect(await processesNaming(mark)).toEqual([]);
  });

  it('starts nothing when already aborted', async () => {
    const run = runner.run(
      request({ tool: 'ffmpeg', args: () => endless('never'), signal: AbortSignal.abort() }),
    );
    expect((await caught(run)) as { name?: string }).toMatchObject({ name: 'AbortError' });
  });

  it('takes the processor budget for a timeout, a file above the cap for limits, a crash for a crash', async () => {
    const spin = await caught(
      runner.run(
        request({ tool: 'node', args: () => script('for (;;) {}'), limits: { ...LIMITS, cpuSeconds: 1 } }),
      ),
    );
    expect(spin.code).toBe('tool_timeout');
    const flood = `-nostdin -v error -f lavfi -i testsrc2=s=640x360 -c:v rawvideo -f rawvideo -y`.split(' ');
    const big = await caught(
      runner.run(
        request({ tool: 'ffmpeg', args: (at) => [...flood, `${at.output}/raw`], outputDir: output }),
      ),
    );
    expect(big.code).toBe('limits_exceeded');
    const crash = await caught(
      runner.run(request({ tool: 'node', args: () => script("process.kill(process.pid, 'SIGSEGV')") })),
    );
    expect(crash.code).toBe('tool_crashed');
    expect(await readdir(output)).toContain('raw');
  });
});

describe('createToolRunner', () => {
  it('refuses to start below the wanted tier and says what to do', async () => {
    const paths = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' };
    await expect(createToolRunner({ paths, minTier: 3, maxTier: 1 })).rejects.toThrow(
      /SANDBOX_MIN_TIER is 3/,
    );
  });

  it('says plainly that ffmpeg is missing', async () => {
    const paths = { ffmpeg: '/nonexistent/ffmpeg', ffprobe: 'ffprobe' };
    await expect(createToolRunner({ paths, minTier: 0 })).rejects.toThrow('ffmpeg was not found');
  });

  it('goes without optional tools', async () => {
    const runner = await createToolRunner({
      paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', ytdlp: '/nonexistent/yt-dlp' },
      minTier: 0,
      maxTier: 0,
    });
    expect([runner.available('yt-dlp'), runner.available('ffprobe')]).toEqual([false, true]);
    expect(runner.version('ffprobe')).toMatch(/^ffprobe version /);
  });
});
