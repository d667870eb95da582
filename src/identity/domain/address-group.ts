/**
 * What counts as one address when attempts are counted: an IPv6 subscriber has at least a /64 to themselves
 * (RFC 6177), so counting single addresses would count nothing.
 */
export function addressGroup(ip: string): string {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;
  const bare = plain.replace(/%.*$/, '');
  if (!bare.includes(':')) return plain;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
