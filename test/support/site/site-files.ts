import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED_CLIPS = fileURLToPath(new URL('../../../../shared/clips', import.meta.url));

/** Path of a real clip by its base name, without the folder (`tmk/…`, `opencv/…`). */
export function sharedClip(name: string): string | undefined {
  return sharedFiles().find((file) => path.basename(file) === name);
}

function sharedFiles(): readonly string[] {
  if (!existsSync(SHARED_CLIPS)) return [];
  return readdirSync(SHARED_CLIPS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(avi|mp4)$/.test(name))
    .sort()
    .map((name) => path.join(SHARED_CLIPS, name));
}

export function sendSiteFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string | undefined,
  mediaType: string,
): void {
  if (file === undefined || !existsSync(file)) response.writeHead(404).end('no such file');
  else sendBytes(request, response, readFileSync(file), mediaType);
}

/** Whole or, asked for `Range: bytes=a-b`, in part (RFC 9110 §14). */
export function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  mediaType: string,
): void {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1;
  if (start > end) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const part = bytes.subarray(start, end + 1);
  response.writeHead(range ? 206 : 200, {
    'content-type': mediaType,
    'content-length': part.length,
    'accept-ranges': 'bytes',
    'last-modified': 'Sun, 09 Feb 2020 14:03:00 GMT',
    ...(range ? { 'content-range': `bytes ${start}-${end}/${bytes.length}` } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : part);
}
