import { createHash } from 'node:crypto';

/** Lower-case hexadecimal SHA-256 of a buffer or of a text's UTF-8 bytes. Not for files: stream those. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
