import { boundedText } from './bounded-text.js';

/** The link's last path segment as a name to show, without what is unsafe in file names; undefined when there is none. */
export function suggestedFileName(url: URL): string | undefined {
  const segment = url.pathname.split('/').at(-1) ?? '';
  const name = decoded(segment)
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+/, '');
  return name === '' ? undefined : boundedText(name, 120);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign; the escapes stay as they are.
    return segment;
  }
}
