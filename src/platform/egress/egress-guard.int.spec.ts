import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { X509Certificate, createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type Server as HttpsServer, createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type AddressInfo, type Server, type TcpNetConnectOpts, connect, createServer } from 'node:net';
import { request } from 'undici';
import { type EgressConnection, EgressGuard } from './egress-guard.js';
import { EgressRefusedError } from './egress.errors.js';
import { parseEgressAllow } from './egress-policy.js';

/** Stands in for every private service: each connection that a hole in the guard lets out ends here and is counted. */
let canary: Server;
let canaryPort: number;
let hits = 0;
let dialled: string[] = [];

beforeAll(async () => {
  canary = createServer((socket) => {
    hits += 1;
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret'));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  canaryPort = (canary.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => canary.close(resolve)));
beforeEach(() => {
  hits = 0;
  dialled = [];
});

const NAMES: Record<string, string[]> = {
  localhost: ['127.0.0.1', '::1'],
  'metadata.google.internal': ['169.254.169.254'],
  'private.example': ['10.0.0.5'],
  'v6private.example': ['fd00::5'],
  'mapped.example': ['::ffff:10.0.0.5'],
  'nat64.example': ['64:ff9b::a00:5'],
  'mixed.example': ['93.184.216.34', '10.0.0.5'],
  'mixed6.example': ['93.184.216.34', '::1'],
  'zone.example': ['fe80::1%lo'],
  'garbage.example': ['0x7f.1'],
  'cgnat.example': ['100.64.9.9'],
};

/** Any dial, to whatever address, lands on the canary, so nothing leaves this machine even when the guard has a hole. */
function guardOf(allow: string, lookup?: (name: string) => Promise<readonly string[]>) {
  return new EgressGuard(parseEgressAllow(allow), {
    lookup: lookup ?? ((name) => Promise.resolve(NAMES[name] ?? [])),
    connect: (options: TcpNetConnectOpts) => {
      dialled.push(`${options.host}:${options.port}`);
      return connect({ host: '127.0.0.1', port: canaryPort });
    },
  });
}

async function fetchThrough(guard: EgressGuard, url: string) {
  const dispatcher = guard.dispatcher();
  try {
    const answer = await request(guard.checkUrl(url), { dispatcher });
    return await answer.body.text();
  } finally {
    await dispatcher.destroy();
  }
}

const HOSTILE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0x0.0x0.0x1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://0x7f.1/',
  'http://127.0.0.1./',
  'http://127。0。0。1/',
  'http://①②⑦.⓪.⓪.①/',
  'http://１２７.０.０.１/',
  'http://127.0.0.1:80/',
  'http://127.0.0.1:443/',
  'https://127.0.0.1/',
  'http://127.255.255.254/',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.0.0.5/',
  'http://167772165/',
  'http://10.5/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  'http://100.127.255.254/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://169.254.43518/',
  'http://192.0.0.192/opc/v2/instance/',
  'http://198.18.0.1/',
  'http://198.19.255.254/',
  'http://192.0.2.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::127.0.0.1]/',
  'http://[::10.0.0.5]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:10.0.0.5]/',
  'http://[::ffff:0:10.0.0.5]/',
  'http://[64:ff9b::10.0.0.5]/',
  'http://[64:ff9b:1::10.0.0.5]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:a00:5::1]/',
  'http://[2001::1]/',
  'http://[2001:db8::1]/',
  'http://[5f00::1]/',
  'http://[fe80::1]/',
  'http://[fe80::1%25lo]/',
  'http://[fec0::1]/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[ff02::1]/',
  'http://localhost/',
  'http://localhost./',
  'http://LOCALHOST/',
  'http://ｌｏｃａｌｈｏｓｔ/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://private.example/',
  'http://v6private.example/',
  'http://mapped.example/',
  'http://nat64.example/',
  'http://mixed.example/',
  'http://mixed6.example/',
  'http://zone.example/',
  'http://garbage.example/',
  'http://cgnat.example/',
  'http://user@10.0.0.5/',
  'http://clips.example@10.0.0.5/',
  'http://user:pass@93.184.216.34/',
  'http://10.0.0.5\\@clips.example/',
  'http://10.0.0.5%00.clips.example/',
  'http://10.0.0.5\t/',
  'http:10.0.0.5',
  'http:///10.0.0.5/',
  'http://93.184.216.34:6379/',
  'http://93.184.216.34:22/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_INFO',
  'dict://127.0.0.1:11211/stats',
  'ftp://127.0.0.1/',
  'data:text/html,hello',
  'ws://127.0.0.1/',
  'javascript:alert(1)',
  '//127.0.0.1/',
  'http://',
  '',
];

describe('the egress guard', () => {
  it.each(HOSTILE)('refuses %s without dialling', async (url) => {
    await expect(fetchThrough(guardOf(''), url)).rejects.toBeInstanceOf(EgressRefusedError);
    expect({ hits, dialled }).toEqual({ hits: 0, dialled: [] });
  });

  it('reaches the canary when the policy opens it, so a hit would be seen', async () => {
    const guard = guardOf(`127.0.0.1:${canaryPort}`);
    await expect(fetchThrough(guard, `http://127.0.0.1:${canaryPort}/`)).resolves.toBe('secret');
    expect(hits).toBe(1);
  });

  it('dials the address that it checked, though the name resolves to another one the second time', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    let asked = 0;
    const guard = guardOf('', () => Promise.resolve(answers[asked++] ?? []));
    // The canary is not the checked address, so the peer check refuses what this dial came to.
    await expect(fetchThrough(guard, 'http://rebind.example/')).rejects.toMatchObject({
      reason: 'remote_changed',
    });
    expect({ asked, dialled }).toEqual({ asked: 1, dialled: ['93.184.216.34:80'] });
    await expect(fetchThrough(guard, 'http://rebind.example/')).rejects.toMatchObject({ reason: 'address' });
    expect(dialled).toHaveLength(1);
  });

  it('tells a name without an answer from a refused one', async () => {
    await expect(guardOf('').dial('nowhere.example', 80)).rejects.toMatchObject({ reason: 'dns' });
    const failing = guardOf('', () => Promise.reject(new Error('SERVFAIL')));
    await expect(failing.dial('nowhere.example', 80)).rejects.toMatchObject({ reason: 'dns' });
  });

  it('names the port and the address that it dialled', async () => {
    const guard = guardOf(`canary.example:${canaryPort}`, () => Promise.resolve(['127.0.0.1']));
    const { socket, connection } = await guard.dial('Canary.Example.', canaryPort);
    socket.destroy();
    expect(connection).toEqual({ host: 'canary.example', port: canaryPort, address: '127.0.0.1' });
  });

  it('gives up on a resolver that never answers', async () => {
    const guard = new EgressGuard(parseEgressAllow(''), {
      lookup: () => new Promise(() => undefined),
      connectTimeoutMs: 50,
    });
    await expect(guard.dial('slow.example', 80)).rejects.toMatchObject({ reason: 'timeout' });
  });
});

describe('https through the guard', () => {
  let folder: string;
  let site: HttpsServer;
  let port: number;
  let certificate: X509Certificate;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sightline-tls-'));
    const [key, pem] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const args = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=site.example`;
    const name = ['-addext', 'subjectAltName=DNS:site.example', '-keyout', key, '-out', pem];
    await promisify(execFile)('openssl', [...args.split(' '), ...name]);
    certificate = new X509Certificate(await readFile(pem));
    site = createHttpsServer({ key: await readFile(key), cert: certificate.toString() }, (_, answer) =>
      answer.end('hello'),
    );
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    port = (site.address() as AddressInfo).port;
  });
  afterAll(async () => {
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  const guard = (name: string, ca?: string) =>
    new EgressGuard(parseEgressAllow(`${name}:${port}`), {
      lookup: () => Promise.resolve(['127.0.0.1']),
      ...(ca !== undefined && { ca }),
    });

  it('checks the certificate against the name and records its SHA-256', async () => {
    const seen: EgressConnection[] = [];
    const dispatcher = guard('site.example', certificate.toString()).dispatcher((connection) =>
      seen.push(connection),
    );
    const answer = await request(`https://site.example:${port}/`, { dispatcher });
    await expect(answer.body.text()).resolves.toBe('hello');
    await dispatcher.destroy();
    const tlsCertificateSha256 = createHash('sha256').update(certificate.raw).digest('hex');
    expect(seen).toEqual([{ host: 'site.example', port, address: '127.0.0.1', tlsCertificateSha256 }]);
  });

  it('refuses a certificate of another name, and one that nobody vouches for', async () => {
    const other = guard('other.example', certificate.toString());
    await expect(fetchThrough(other, `https://other.example:${port}/`)).rejects.toMatchObject({
      reason: 'tls',
    });
    await expect(fetchThrough(guard('site.example'), `https://site.example:${port}/`)).rejects.toMatchObject({
      reason: 'tls',
    });
  });
});
