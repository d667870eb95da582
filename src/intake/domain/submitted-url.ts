import { InvalidInputError } from '../../shared/errors.js';

/** Longest link, submitted or canonical, in UTF-8 bytes. */
export const MAX_URL_BYTES = 8192;

const CONTROL = /\p{Cc}/u;
/** Direction overrides (Unicode TR 36 §2.1): they make a link read differently from what it opens. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/u;
const INVISIBLE = /^[\s\p{Cf}]$/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const WEB_ADDRESS = /^https?:\/\/([^/?#]+)/i;

export function rejected(message: string): InvalidInputError {
  return new InvalidInputError('url_rejected', message, [{ path: 'url', message }]);
}

function unsupported(message: string): InvalidInputError {
  return new InvalidInputError('unsupported_url', message, [{ path: 'url', message }]);
}

/** Messengers wrap pasted links in invisible marks, right-to-left ones above all. */
function trimInvisible(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && INVISIBLE.test(text.charAt(start))) start += 1;
  while (end > start && INVISIBLE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function oddText(text: string): InvalidInputError | null {
  if (text === '') return rejected('The link is empty.');
  if (Buffer.byteLength(text) > MAX_URL_BYTES)
    return rejected(`The link is longer than ${MAX_URL_BYTES} bytes.`);
  if (!text.isWellFormed()) return rejected('The link is not valid Unicode text.');
  if (CONTROL.test(text)) return rejected('The link contains control characters.');
  return DIRECTION.test(text) ? rejected('The link contains invisible direction marks.') : null;
}

function oddAddress(text: string): InvalidInputError | null {
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return unsupported('Only http and https links can be fetched.');
  const authority = WEB_ADDRESS.exec(text)?.[1];
  if (authority === undefined)
    return rejected('The link must begin with https:// or http:// and name a host.');
  if (authority.includes('@')) return rejected('The link contains a user name or password.');
  // The WHATWG parser reads a backslash as a slash, other clients do not: the two would see different hosts.
  return /^[^?#]*\\/.test(text) ? rejected('The link contains a backslash.') : null;
}

/** A host name without the dots that may end it. */
export function withoutTrailingDots(host: string): string {
  let end = host.length;
  while (host.charAt(end - 1) === '.') end -= 1;
  return host.slice(0, end);
}

/** The submitted text as a web address, or the reason why it is none. */
export function parseSubmittedUrl(submitted: string): URL | InvalidInputError {
  if (submitted.length > MAX_URL_BYTES) return rejected(`The link is longer than ${MAX_URL_BYTES} bytes.`);
  const text = trimInvisible(submitted);
  const odd = oddText(text) ?? oddAddress(text);
  if (odd !== null) return odd;
  const url = URL.parse(text);
  if (url === null) return rejected('The link is not a well-formed web address.');
  const labels = withoutTrailingDots(url.hostname).split('.');
  return labels.includes('') ? rejected('The link names no valid host.') : url;
}
