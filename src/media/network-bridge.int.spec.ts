import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server as HttpServer, createServer as createHttpServer } from 'node:http';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EgressGuard,
  type EgressProxy,
  parseEgressAllow,
  startEgressProxy,
} from '../platform/egress/index.js';
import { sha256Hex } from '../shared/sha256.js';
import { processesNaming, uniqueMark } from './testing/processes.js';
import { createToolRunner, type SandboxedToolRunner } from './tool-runner.js';
import type { ToolRequest } from './tool.js';

const BIG = Buffer.alloc(20 * 1024 ** 2, 'sightline');

let folder: string;
let runner: SandboxedToolRunner;
let canary: Server;
let canaryCalls: number;
let site: HttpServer;
let siteOrigin: string;
let proxy: EgressProxy;
let socketPath: string;

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const ended = (server: Server): Promise<unknown> => new Promise((resolve) => server.close(resolve));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-bridge-'));
  runner = await createToolRunner({
    paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', ytdlp: 'yt-dlp' },
    minTier: 3,
  });
  canary = createServer((socket) => {
    canaryCalls += 1;
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  site = createHttpServer((request, response) => {
    if (request.method === 'GET') return void response.end(BIG);
    const received: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => received.push(chunk))
      .on('end', () => response.end(sha256Hex(Buffer.concat(received))));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteOrigin = `http://127.0.0.1:${portOf(site)}`;
});

afterAll(async () => {
  site.closeAllConnections();
  await Promise.all([ended(canary), ended(site)]);
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  canaryCalls = 0;
  socketPath = join(folder, 'proxy.sock');
  const guard = new EgressGuard(parseEgressAllow(new URL(siteOrigin).host));
  proxy = await startEgressProxy(guard, { socketPath });
});
afterEach(() => proxy.close());

const requestOf = (over: Partial<ToolRequest> & Pick<ToolRequest, 'args'>): ToolRequest => ({
  tool: 'node',
  egressProxy: { port: proxy.port, socketPath },
  limits: {
    timeoutMs: 30_000,
    cpuSeconds: 30,
    addressSpaceBytes: 4 * 1024 ** 3,
    fileSizeBytes: 1024 ** 2,
    stdoutBytes: 1024 ** 2,
  },
  signal: new AbortController().signal,
  ...over,
});

async function run(code: string, ...args: (string | number)[]): Promise<string> {
  const argv = ['--input-type=module', '-e', code, ...args.map(String)];
  return (await runner.run(requestOf({ args: () => argv }))).stdout.toString().trim();
}

describe('a tool with a way to the network at tier 3', () => {
  it('reaches the proxy alone, whatever it tries', async () => {
    const code = `import { connect } from 'node:net'; import { lookup } from 'node:dns/promises';
      const [proxyPort, canaryPort] = process.argv.slice(1);
      const reach = (port, host) => new Promise((tell) => {
        const socket = connect(+port, host, () => { tell('reached'); socket.destroy(); });
        socket.on('error', (error) => tell(error.code));
      });
      console.log(JSON.stringify([await reach(proxyPort, '127.0.0.1'), await reach(canaryPort, '127.0.0.1'),
        await reach(80, '10.255.255.1'), await reach(80, '::1'), await lookup('example.org').catch((error) => error.code)]));`;
    const said = JSON.parse(await run(code, proxy.port, portOf(canary))) as string[];
    expect(said.slice(0, 3)).toEqual(['reached', 'ECONNREFUSED', 'ENETUNREACH']);
    expect(said.slice(3)).not.toContain('reached');
    expect(said[4]).toMatch(/^EAI_|^ENOTFOUND/);
    expect(canaryCalls).toBe(0);
  });

  it('is refused by the proxy what the guard refuses', async () => {
    const code = `import { get } from 'node:http'; const [port, path] = process.argv.slice(1);
      get({ host: '127.0.0.1', port, path }, (answer) => { console.log(answer.statusCode); answer.resume(); });`;
    expect(await run(code, proxy.port, `http://127.0.0.1:${portOf(canary)}/`)).toBe('403');
    expect(canaryCalls).toBe(0);
  });

  it('gets nowhere as a yt-dlp that is not told of the proxy, and to an allowed site as one that is', async () => {
    const ytdlp = async (...args: string[]): Promise<number | null> => {
      const fixed = ['--ignore-config', '--no-cache-dir', '--retries', '0', '--simulate', ...args];
      return (await runner.run(requestOf({ tool: 'yt-dlp', args: () => fixed }))).record.exitCode;
    };
    expect(await ytdlp(`http://127.0.0.1:${portOf(canary)}/clip.mp4`)).toBe(1);
    expect(canaryCalls).toBe(0);
    await ytdlp('--proxy', `http://127.0.0.1:${proxy.port}`, `${siteOrigin}/clip.mp4`);
    expect(proxy.connections[0]).toMatchObject({ port: portOf(site), address: '127.0.0.1' });
    expect(proxy.connections[0]?.receivedBytes).toBeGreaterThan(0);
  });

  it('loses no byte of what it gets and sends, over many connections at once', async () => {
    const code = `import { request } from 'node:http'; import { createHash } from 'node:crypto';
      const [port, url] = process.argv.slice(1);
      const ask = (method, body) => new Promise((tell, fail) => request({ host: '127.0.0.1', port, path: url, method, agent: false }, (answer) => {
        const hash = createHash('sha256'); const parts = [];
        answer.on('data', (part) => { hash.update(part); if (method === 'POST') parts.push(part); })
          .on('end', () => tell(method === 'POST' ? Buffer.concat(parts).toString() : hash.digest('hex'))).on('error', fail);
      }).on('error', fail).end(body));
      const body = Buffer.alloc(${BIG.length}, 'sightline');
      console.log([...new Set(await Promise.all([ask('POST', body), ...Array.from({ length: 12 }, () => ask('GET'))]))].join());`;
    expect(await run(code, proxy.port, `${siteOrigin}/big`)).toBe(sha256Hex(BIG));
  });

  it('sees the end of a connection that the proxy cuts off', async () => {
    const code = `import { connect } from 'node:net';
      const socket = connect(+process.argv[1], '127.0.0.1', () => console.log('open'));
      socket.on('error', () => undefined).on('close', () => console.log('closed'));`;
    const argv = ['--input-type=module', '-e', code, String(proxy.port)];
    const said: string[] = [];
    const connected = (chunk: Buffer): void => {
      said.push(chunk.toString().trim());
      if (said.length === 1) void proxy.close();
    };
    await runner.run(requestOf({ args: () => argv, onStdout: connected }));
    expect(said).toEqual(['open', 'closed']);
    // What `afterEach` closes.
    proxy = await startEgressProxy(new EgressGuard(parseEgressAllow('')), { socketPath });
  });
});

describe('the bridge', () => {
  it('leaves standard input, outputs, side channel and exit code to the tool', async () => {
    const lines: string[] = [];
    const code = `import { writeSync, readFileSync } from 'node:fs'; writeSync(3, 'aside\\n');
      console.log(readFileSync(0, 'utf8')); console.error('complaint'); process.exit(7);`;
    const result = await runner.run(
      requestOf({
        args: () => ['--input-type=module', '-e', code],
        stdin: 'given',
        onSideLine: (line) => lines.push(line),
      }),
    );
    expect([result.stdout.toString(), result.stderrTail, lines]).toEqual([
      'given\n',
      'complaint\n',
      ['aside'],
    ]);
    expect(result.record).toMatchObject({ exitCode: 7, network: 'proxy-forced' });
  });

  it('lets a crash be a crash, and a timeout end everything', async () => {
    const crash = requestOf({ args: () => ['-e', "process.kill(process.pid, 'SIGSEGV')"] });
    await expect(runner.run(crash)).rejects.toMatchObject({ code: 'tool_crashed' });
    const mark = uniqueMark();
    const endless = requestOf({ args: () => ['-e', 'setInterval(() => 1, 1000)', mark] });
    const late = runner.run({ ...endless, limits: { ...endless.limits, timeoutMs: 700 } });
    await expect(late).rejects.toMatchObject({ code: 'tool_timeout' });
    expect(await processesNaming(mark)).toEqual([]);
  });

  it('that cannot be built is our failure, not the tool’s', async () => {
    const request = requestOf({ args: () => ['-e', ''], egressProxy: { port: 80, socketPath } });
    await expect(runner.run(request)).rejects.toMatchObject({ code: 'internal' });
  });
});
