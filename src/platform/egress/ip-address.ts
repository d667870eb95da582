import ipaddr from 'ipaddr.js';

type Ip = ipaddr.IPv4 | ipaddr.IPv6;

/** IPv6 hands out global unicast from this block alone (IANA); a hole in a list of bad ranges so stays shut. */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** `[::1]` and `::1` are the same host in a URL and in a DNS answer. */
export function unbracket(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

/**
 * An address in one spelling: IPv4-mapped IPv6 becomes IPv4 (RFC 4291 §2.5.5.2).
 * Undefined for names, for zone ids and for every spelling but the plain ones; URL hosts are plain by WHATWG rules.
 */
export function parseAddress(text: string): Ip | undefined {
  const plain = unbracket(text);
  if (ipaddr.IPv4.isValidFourPartDecimal(plain)) return ipaddr.IPv4.parse(plain);
  if (!plain.includes(':') || !URL.canParse(`http://[${plain}]/`)) return undefined;
  // ipaddr.js reads `::10.0.0.5` as mapped; the URL parser's hexadecimal groups leave it what it is.
  const address = ipaddr.IPv6.parse(unbracket(new URL(`http://[${plain}]/`).hostname));
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** The IANA range that the address lies in; `unicast` alone is the public internet. */
export function addressRange(address: Ip): string {
  const range = address.range();
  if (address.kind() === 'ipv6' && range === 'unicast' && !inNetwork(address, GLOBAL_UNICAST_V6)) {
    return 'unassigned';
  }
  return range;
}

export type Network = readonly [Ip, number];

export function inNetwork(address: Ip, [base, bits]: Network): boolean {
  if (address instanceof ipaddr.IPv4) return base instanceof ipaddr.IPv4 && address.match(base, bits);
  return base instanceof ipaddr.IPv6 && address.match(base, bits);
}

/** `10.0.0.0/8`, `fd00::/8`; undefined when it is no network. */
export function parseNetwork(text: string): Network | undefined {
  const [base, bits, ...rest] = text.split('/');
  const address = parseAddress(base ?? '');
  if (rest.length > 0 || address === undefined || !/^\d{1,3}$/.test(bits ?? '')) return undefined;
  // A mapped base would silently turn into a huge IPv4 network.
  if (base?.includes(':') && address.kind() === 'ipv4') return undefined;
  const length = Number(bits);
  return length <= (address.kind() === 'ipv4' ? 32 : 128) ? [address, length] : undefined;
}
