import { describe, expect, it } from '@jest/globals';
import { type EgressPolicy, judgeDestination, parseEgressAllow } from './egress-policy.js';

const closed = parseEgressAllow('');

function allows(policy: EgressPolicy, address: string, port = 443, host = 'clips.example') {
  return judgeDestination(policy, { host, port, address }).allowed;
}

describe('an empty EGRESS_ALLOW', () => {
  it.each(['93.184.216.34', '2606:4700::6810:84e5', '::ffff:93.184.216.34'])('opens public %s', (address) => {
    expect(allows(closed, address, 80)).toBe(true);
    expect(allows(closed, address, 443)).toBe(true);
  });

  it.each([22, 25, 6379, 8080, 0, 65_535])('shuts port %i of a public address', (port) => {
    expect(allows(closed, '93.184.216.34', port)).toBe(false);
  });

  it.each([
    ['0.0.0.0', 'unspecified'],
    ['10.0.0.5', 'private'],
    ['100.64.0.1', 'carrierGradeNat'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['169.254.169.254', 'linkLocal'],
    ['172.16.0.1', 'private'],
    ['192.0.0.8', 'reserved'],
    ['192.0.2.1', 'reserved'],
    ['192.88.99.1', 'reserved'],
    ['192.168.1.1', 'private'],
    ['198.18.0.1', 'reserved'],
    ['198.51.100.1', 'reserved'],
    ['203.0.113.1', 'reserved'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::10.0.0.5', 'unassigned'],
    ['::8.8.8.8', 'unassigned'],
    ['::ffff:10.0.0.5', 'private'],
    ['::ffff:7f00:1', 'loopback'],
    ['::ffff:0:10.0.0.5', 'rfc6145'],
    ['64:ff9b::10.0.0.5', 'rfc6052'],
    ['64:ff9b:1::a00:5', 'rfc6052'],
    ['100::1', 'discard'],
    ['2001::1', 'teredo'],
    ['2001:db8::1', 'reserved'],
    ['2002:a00:5::1', '6to4'],
    ['3fff::1', 'reserved'],
    ['4000::1', 'unassigned'],
    ['5f00::1', 'segmentRouting'],
    ['fc00::1', 'uniqueLocal'],
    ['fd00:ec2::254', 'uniqueLocal'],
    ['fe80::1', 'linkLocal'],
    ['fe80::1%eth0', 'not an address'],
    ['fec0::1', 'deprecatedSiteLocal'],
    ['ff02::1', 'multicast'],
    ['0x7f.1', 'not an address'],
    ['localhost', 'not an address'],
    ['', 'not an address'],
  ])('shuts %s as %s', (address, rule) => {
    expect(judgeDestination(closed, { host: 'clips.example', port: 80, address })).toEqual({
      allowed: false,
      reason: 'address',
      rule,
    });
  });
});

describe('host:port entries', () => {
  it('open that private address on that port alone', () => {
    const policy = parseEgressAllow('127.0.0.1:8080');
    expect(allows(policy, '127.0.0.1', 8080)).toBe(true);
    expect(allows(policy, '127.0.0.1', 80)).toBe(false);
    expect(allows(policy, '127.0.0.2', 8080)).toBe(false);
  });

  it.each(['2130706433:8080', '0x7f.0.0.1:8080', '[::ffff:127.0.0.1]:8080', ' 127.1:8080 '])(
    'read %s as the address that it spells',
    (entry) => expect(allows(parseEgressAllow(entry), '127.0.0.1', 8080)).toBe(true),
  );

  it('take IPv6 in brackets', () => {
    const policy = parseEgressAllow('[fd00::5]:9000');
    expect(allows(policy, 'fd00:0::5', 9000)).toBe(true);
    expect(allows(policy, 'fd00::6', 9000)).toBe(false);
  });

  it('open what a name resolves to, only when asked for by that name', () => {
    const policy = parseEgressAllow('Archive.Intranet:8443');
    expect(allows(policy, '10.1.2.3', 8443, 'archive.intranet.')).toBe(true);
    expect(allows(policy, '10.1.2.3', 8443, 'evil.example')).toBe(false);
    expect(allows(policy, '10.1.2.3', 443, 'archive.intranet')).toBe(false);
    expect(allows(policy, '10.1.2.3', 8443, 'x.archive.intranet')).toBe(false);
  });

  it('compare names in their ASCII form', () => {
    expect(allows(parseEgressAllow('bücher.example:81'), '10.0.0.1', 81, 'xn--bcher-kva.example')).toBe(true);
  });

  it('open a further port of a public address', () => {
    expect(allows(parseEgressAllow('93.184.216.34:8080'), '93.184.216.34', 8080)).toBe(true);
  });
});

describe('networks', () => {
  const policy = parseEgressAllow('10.20.0.0/16, fd00:1::/32');

  it('open their addresses on ports 80 and 443 alone', () => {
    expect([80, 443, 8080].map((port) => allows(policy, '10.20.255.255', port))).toEqual([true, true, false]);
    expect(allows(policy, 'fd00:1::9', 443)).toBe(true);
  });

  it('leave their neighbours shut', () => {
    expect(allows(policy, '10.21.0.0', 443)).toBe(false);
    expect(allows(policy, 'fd00:2::9', 443)).toBe(false);
  });

  it('also hold for a mapped spelling of the address', () => {
    expect(allows(policy, '::ffff:10.20.0.1', 443)).toBe(true);
  });
});

describe('a bad entry', () => {
  it.each([
    '10.0.0.5',
    'intranet',
    '::1:80',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    'fd00::/129',
    '::ffff:10.0.0.0/104',
    '10.0.0.5:0',
    '10.0.0.5:65536',
    '10.0.0.5:http',
    'http://10.0.0.5:80',
    'user@host:80',
    '[::1%lo]:80',
    '256.0.0.1:80',
    ':80',
  ])('%s is named', (entry) => {
    expect(() => parseEgressAllow(`127.0.0.1:80,${entry}`)).toThrow(`"${entry}"`);
  });
});
