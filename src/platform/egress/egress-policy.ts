import {
  type Network,
  addressRange,
  inNetwork,
  parseAddress,
  parseNetwork,
  unbracket,
} from './ip-address.js';

/** What may be reached besides public addresses on the web's ports (contract §1, `EGRESS_ALLOW`). */
export interface EgressPolicy {
  /** Ports on which public unicast addresses and `networks` are open. */
  readonly ports: readonly number[];
  readonly networks: readonly Network[];
  /** `host` is an address in its plain spelling or a lower-case name; a name opens whatever it resolves to. */
  readonly endpoints: readonly { readonly host: string; readonly port: number }[];
}

/** Where a connection is to go: the name that was asked for, and one address that it resolved to. */
export interface Destination {
  readonly host: string;
  readonly port: number;
  readonly address: string;
}

export type Judgement =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'address' | 'port'; readonly rule: string };

const WEB_PORTS: readonly number[] = [80, 443];

/** A bad entry of `EGRESS_ALLOW`, by its text. */
export class EgressAllowSyntaxError extends Error {
  override readonly name = 'EgressAllowSyntaxError';
  constructor(readonly entry: string) {
    super(
      `EGRESS_ALLOW: "${entry}" is neither host:port nor a network such as 10.0.0.0/8 (IPv6 with a port goes in brackets)`,
    );
  }
}

/**
 * Reads the comma list of `EGRESS_ALLOW`: `host:port` opens that address and port although private, a CIDR opens its
 * addresses on ports 80 and 443.
 * @throws EgressAllowSyntaxError naming the first bad entry
 */
export function parseEgressAllow(text: string): EgressPolicy {
  const networks: Network[] = [];
  const endpoints: { host: string; port: number }[] = [];
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const network = entry.includes('/') ? parseNetwork(entry) : undefined;
    if (network) networks.push(network);
    else endpoints.push(parseEndpoint(entry));
  }
  return { ports: WEB_PORTS, networks, endpoints };
}

function parseEndpoint(entry: string): { host: string; port: number } {
  const parts = /^(?<host>\[[^\]]+\]|[^[\]:/?#@\\\s]+):(?<port>\d{1,5})$/.exec(entry)?.groups;
  const port = Number(parts?.port);
  const url = `http://${parts?.host ?? ''}/`;
  if (!parts || port < 1 || port > 65_535 || !URL.canParse(url)) throw new EgressAllowSyntaxError(entry);
  return { host: normalHost(new URL(url).hostname), port };
}

/** One spelling for a host: lower case by WHATWG rules, no trailing dot, addresses unwrapped. */
export function normalHost(hostname: string): string {
  const address = parseAddress(hostname);
  return address ? address.toString() : unbracket(hostname).toLowerCase().replace(/\.$/, '');
}

/** Whether one checked address may be dialled. Everything that no rule opens is refused. */
export function judgeDestination(policy: EgressPolicy, to: Destination): Judgement {
  const address = parseAddress(to.address);
  if (!address) return { allowed: false, reason: 'address', rule: 'not an address' };
  const names = [normalHost(to.host), address.toString()];
  if (policy.endpoints.some((open) => open.port === to.port && names.includes(open.host)))
    return { allowed: true };
  const range = addressRange(address);
  if (range !== 'unicast' && !policy.networks.some((network) => inNetwork(address, network))) {
    return { allowed: false, reason: 'address', rule: range };
  }
  if (!policy.ports.includes(to.port)) return { allowed: false, reason: 'port', rule: `port ${to.port}` };
  return { allowed: true };
}
