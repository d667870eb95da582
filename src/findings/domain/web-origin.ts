/** Labels under which registries of countries hand out names: `example.co.uk` is one registrant, `co.uk` is many. */
const SHARED_SECOND_LEVELS = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'gouv',
  'mil',
  'ne',
  'net',
  'or',
  'org',
]);

/**
 * Who answers for an address, roughly: the registrable part of its host. Without the Public Suffix List, so it may take two
 * registrants under a rare suffix for one, which only ever counts fewer independent origins.
 */
export function webOrigin(url: URL): string {
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return host;
  const labels = host.split('.');
  const top = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const kept = top.length === 2 && SHARED_SECOND_LEVELS.has(second) ? 3 : 2;
  return labels.slice(-kept).join('.');
}

/** One spelling for links that differ in scheme, `www.`, fragment or a slash at the end. */
export function comparableLink(text: string): string | null {
  const url = URL.parse(text);
  if (url === null) return null;
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

/** The spellings under which a link may have been kept. */
export function spellingsOf(text: string): string[] {
  const link = comparableLink(text);
  if (link === null) return [];
  return ['https://', 'http://']
    .flatMap((scheme) => [scheme, `${scheme}www.`])
    .flatMap((start) => [`${start}${link}`, `${start}${link}/`]);
}
