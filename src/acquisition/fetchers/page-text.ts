import { TextDecoder } from 'node:util';

/** Text of a page in the charset that its byte order mark, the server or its own `<meta>` names, else UTF-8 (HTML §13.2.3). */
export function pageText(bytes: Buffer, contentType: string | null): string {
  const label =
    markOf(bytes) ?? charsetIn(contentType ?? '') ?? charsetIn(bytes.toString('latin1', 0, 1024)) ?? 'utf-8';
  return decoderFor(label).decode(bytes);
}

function markOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes.toString('hex', 0, 3) === 'efbbbf' ? 'utf-8' : undefined;
}

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?\s*([a-z0-9_:.-]+)/i.exec(text)?.[1];
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // A label that nobody knows; browsers, too, then read on with a default.
    return new TextDecoder('utf-8');
  }
}
