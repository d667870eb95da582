import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EgressGuard } from './egress-guard.js';
import { parseEgressAllow } from './egress-policy.js';
import { type EgressProxy, type EgressProxyOptions, startEgressProxy } from './egress-proxy.js';

let site: Server;
let sitePort: number;
let seen: { url: string; headers: Record<string, unknown> }[];
let proxy: EgressProxy | undefined;

beforeEach(async () => {
  seen = [];
  site = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    if (request.url === '/broken') {
      response.writeHead(200, { 'content-length': '1000' }).write('only this', () => response.destroy());
    } else if (request.url === '/endless') {
      const more = () =>
        void (response.write(Buffer.alloc(65_536)) ? setImmediate(more) : response.once('drain', more));
      more();
    } else
      response
        .writeHead(200, 'Fine', { 'x-kept': 'yes', 'keep-alive': 'timeout=5' })
        .end(`saw ${request.url}`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  sitePort = (site.address() as AddressInfo).port;
});
afterEach(async () => {
  await proxy?.close();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

async function start(allow: string, options: EgressProxyOptions = {}): Promise<EgressProxy> {
  proxy = await startEgressProxy(new EgressGuard(parseEgressAllow(allow)), options);
  return proxy;
}

/** Sends raw bytes and answers all that came back. */
async function talk(port: number, message: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(message);
  return text(socket);
}

describe('the egress proxy', () => {
  it('forwards an absolute-form request and drops hop-by-hop headers', async () => {
    const { port, connections } = await start(`127.0.0.1:${sitePort}`);
    const answer = await talk(
      port,
      `GET http://127.0.0.1:${sitePort}/a?b=c HTTP/1.1\r\nHost: other.example\r\nProxy-Authorization: Basic eDp5\r\nX-Gone: 1\r\nConnection: close, x-gone\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 Fine\r\n/);
    expect(answer).toMatch(/x-kept: yes/i);
    expect(answer).not.toMatch(/timeout=5/);
    expect(answer).toMatch(/saw \/a\?b=c/);
    expect(seen[0]?.headers).toEqual({ host: `127.0.0.1:${sitePort}`, connection: 'close' });
    expect(connections).toMatchObject([
      { host: '127.0.0.1', port: sitePort, address: '127.0.0.1', outcome: 'done' },
    ]);
    expect(connections[0]?.receivedBytes).toBeGreaterThan(50);
  });

  it('listens on a Unix socket, too, however deep its folder lies, and removes it at the end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sightline-egress-'));
    const deep = join(folder, 'd'.repeat(120));
    await mkdir(deep);
    const socketPath = join(deep, 'proxy.sock');
    const { connections } = await start(`127.0.0.1:${sitePort}`, { socketPath });
    await symlink(deep, join(folder, 'short'));
    const tool = connect(join(folder, 'short', 'proxy.sock'));
    tool.write(`GET http://127.0.0.1:${sitePort}/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(await text(tool)).toMatch(/saw \/a/);
    expect(connections).toMatchObject([{ port: sitePort, outcome: 'done' }]);
    const hanging = connect(join(folder, 'short', 'proxy.sock'));
    await new Promise((resolve) => hanging.once('connect', resolve));
    await Promise.all([proxy?.close(), text(hanging)]);
    expect(await readdir(deep)).toEqual([]);
    proxy = undefined;
    await rm(folder, { recursive: true });
  });

  it('says so when the folder of its Unix socket is not there', async () => {
    await expect(start('', { socketPath: '/nonexistent/proxy.sock' })).rejects.toThrow('ENOENT');
  });

  it('tunnels CONNECT', async () => {
    const { port, connections } = await start(`127.0.0.1:${sitePort}`);
    const answer = await talk(
      port,
      `CONNECT 127.0.0.1:${sitePort} HTTP/1.1\r\n\r\nGET /in-tunnel HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 Connection established\r\n\r\nHTTP\/1\.1 200 Fine/);
    expect(answer).toMatch(/saw \/in-tunnel/);
    expect(connections).toMatchObject([{ port: sitePort, outcome: 'done' }]);
  });

  it.each([
    (port: number) => `GET http://127.0.0.1:${port}/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    (port: number) => `GET http://2130706433:${port}/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    (port: number) => `GET http://a:b@127.0.0.1:${port}/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    (port: number) => `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    () => `GET file:///etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    () => `GET ftp://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    (port: number) => `CONNECT 127.0.0.1:${port} HTTP/1.1\r\n\r\n`,
    (port: number) => `CONNECT [::ffff:127.0.0.1]:${port} HTTP/1.1\r\n\r\n`,
    (port: number) => `CONNECT u@127.0.0.1:${port} HTTP/1.1\r\n\r\n`,
    () => `CONNECT 169.254.169.254:80 HTTP/1.1\r\n\r\n`,
  ])('refuses what the guard refuses (row %#), with a phrase of its own', async (message) => {
    const { port, connections } = await start('');
    await expect(talk(port, message(sitePort))).resolves.toMatch(
      /^HTTP\/1\.1 403 Refused by egress guard\r\n/,
    );
    expect(seen).toEqual([]);
    expect(connections).toMatchObject([{ outcome: 'refused', receivedBytes: 0 }]);
  });

  it('answers 502 when the allowed address does not listen', async () => {
    const { port, connections } = await start('127.0.0.1:1');
    await expect(talk(port, 'CONNECT 127.0.0.1:1 HTTP/1.1\r\n\r\n')).resolves.toMatch(/^HTTP\/1\.1 502 /);
    expect(connections).toMatchObject([{ outcome: 'failed', reason: 'connect' }]);
  });

  it('breaks off towards the tool when the site broke off', async () => {
    const { port, connections } = await start(`127.0.0.1:${sitePort}`);
    const answer = await talk(port, `GET http://127.0.0.1:${sitePort}/broken HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(answer).toMatch(/content-length: 1000/i);
    expect(answer).toMatch(/only this$/);
    expect(connections).toMatchObject([{ outcome: 'failed' }]);
  });

  it.each([
    'HTTP/1.1 200 \u0001odd\r\nContent-Length: 2\r\n\r\nok',
    'HTTP/1.1 200 OK\r\nX-Odd: \u0001\u007f\r\nContent-Length: 2\r\n\r\nok',
    'HTTP/1.1 99999 OK\r\n\r\n',
    'SSH-2.0-OpenSSH_9.2\r\n',
    '',
  ])('survives an answer that is no good HTTP: %j', async (answer) => {
    const odd = createTcpServer((socket) => socket.once('data', () => socket.end(answer)));
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    const oddPort = (odd.address() as AddressInfo).port;
    const { port, connections } = await start(`127.0.0.1:${oddPort}`);
    const said = await talk(
      port,
      `GET http://127.0.0.1:${oddPort}/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    await new Promise((resolve) => odd.close(resolve));
    expect(said).toMatch(/^HTTP\/1\.1 (?:200|502) /);
    expect(connections[0]?.outcome).toMatch(/done|failed/);
  });

  it('cuts everything off at the byte cap', async () => {
    let reported = 0;
    const running = await start(`127.0.0.1:${sitePort}`, {
      maxBytes: 1_000_000,
      onBytes: (bytes) => (reported = bytes),
    });
    await talk(running.port, `GET http://127.0.0.1:${sitePort}/endless HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(running.capped).toBe(true);
    expect(reported).toBeGreaterThan(1_000_000);
    expect(reported).toBeLessThan(2_000_000);
    expect(running.connections).toMatchObject([{ outcome: 'failed', reason: 'byte_cap' }]);
  });

  it('refuses a flood of headers', async () => {
    const { port } = await start(`127.0.0.1:${sitePort}`);
    const flood = 'X-Flood: '.padEnd(20_000, 'x');
    const answer = await talk(
      port,
      `GET http://127.0.0.1:${sitePort}/ HTTP/1.1\r\nHost: x\r\n${flood}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(seen).toEqual([]);
  });
});
