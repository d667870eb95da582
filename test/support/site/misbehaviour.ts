import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What a bad answer is made of. `rest` is what follows the route's first segment. */
export interface BadRequestContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly rest: string;
  readonly clip: Buffer;
  readonly origin: string;
}

type Handler = (context: BadRequestContext) => void;

const MP4 = { 'content-type': 'video/mp4' };
const CHUNK = Buffer.alloc(64 * 1024, 0x42);

/** Writes chunks as fast as they are taken until `total` bytes or, without it, for as long as the client stays. */
function pour(response: ServerResponse, first: Buffer, total = Number.POSITIVE_INFINITY): void {
  let sent = first.length;
  response.write(first);
  const more = () => {
    while (!response.destroyed && sent < total) {
      const chunk = total - sent < CHUNK.length ? CHUNK.subarray(0, total - sent) : CHUNK;
      sent += chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', more);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  more();
}

function redirect(response: ServerResponse, location: string, status = 302): void {
  response.writeHead(status, { location, 'content-type': 'text/html' }).end('<p>Moved.</p>');
}

/** One `size` box header in front, so that the bytes look like the start of an MP4. */
function mp4Start(clip: Buffer): Buffer {
  return clip.subarray(0, Math.min(clip.length, 4096));
}

export const MISBEHAVIOUR: Readonly<Record<string, Handler>> = {
  'short-body.mp4': ({ response, clip }) => {
    response.writeHead(200, { ...MP4, 'content-length': clip.length });
    response.write(clip.subarray(0, clip.length / 2), () => response.socket?.end());
  },
  'long-body.mp4': ({ response, clip }) => {
    const head = `HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\ncontent-length: ${clip.length - 1000}\r\n\r\n`;
    response.socket?.write(head);
    response.socket?.end(clip);
  },
  'big-declared.mp4': ({ response, clip }) => {
    response.writeHead(200, { ...MP4, 'content-length': 10 * 1024 ** 4 });
    response.write(mp4Start(clip));
  },
  'truncated.mp4': ({ response, clip }) => {
    const part = clip.subarray(0, Math.floor(clip.length * 0.6));
    response.writeHead(200, { ...MP4, 'content-length': part.length }).end(part);
  },
  reset: ({ response, rest, clip }) => {
    const percent = Number.parseInt(rest, 10);
    response.writeHead(200, { ...MP4, 'content-length': clip.length });
    response.write(clip.subarray(0, Math.max(1, Math.floor((clip.length * percent) / 100))), () => {
      response.socket?.resetAndDestroy();
    });
  },
  'chunked-cut.mp4': ({ response, clip }) => {
    response.writeHead(200, MP4).write(clip.subarray(0, clip.length / 2), () => response.socket?.end());
  },
  'endless.mp4': ({ response, clip }) => {
    response.writeHead(200, MP4);
    pour(response, mp4Start(clip));
  },
  'endless-noise.mp4': ({ response }) => {
    response.writeHead(200, MP4);
    pour(response, CHUNK);
  },
  'endless.html': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    pour(response, Buffer.from('<!doctype html><html><body>'));
  },
  big: ({ response, rest, clip }) => {
    const size = Number.parseInt(rest, 10) * 1024 * 1024;
    response.writeHead(200, { ...MP4, 'content-length': size });
    pour(response, mp4Start(clip), size);
  },
  'drip.mp4': ({ response, clip }) => {
    response.writeHead(200, { ...MP4, 'content-length': clip.length });
    let sent = 0;
    const timer = setInterval(() => response.write(clip.subarray(sent, ++sent)), 20);
    response.once('close', () => clearInterval(timer));
  },
  'stall.mp4': ({ response, clip }) => {
    response.writeHead(200, { ...MP4, 'content-length': clip.length }).write(clip.subarray(0, 1000));
  },
  silent: () => undefined,
  'header-flood.mp4': ({ response, clip }) => {
    response.writeHead(200, { ...MP4, 'x-flood': 'x'.repeat(100_000) }).end(clip);
  },
  'not-http': ({ response }) => void response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n'),
  'text.mp4': ({ response }) => void response.writeHead(200, MP4).end('These are words, not a video.\n'),
  'zero.mp4': ({ response }) => void response.writeHead(200, { ...MP4, 'content-length': 0 }).end(),
  'html.mp4': ({ response }) => {
    response.writeHead(200, MP4).end('<!doctype html><html><body>Please sign in.</body></html>');
  },
  'image.mp4': ({ response }) => {
    response.writeHead(200, MP4).end(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  },
  'as-html': ({ response, clip }) => void response.writeHead(200, { 'content-type': 'text/html' }).end(clip),
  'no-type': ({ response, clip }) => void response.writeHead(200).end(clip),
  'gzip-clip.mp4': ({ response, clip }) => {
    response.writeHead(200, { ...MP4, 'content-encoding': 'gzip' }).end(gzipSync(clip));
  },
  'gzip-bomb.mp4': ({ response, clip }) => {
    const bomb = gzipSync(Buffer.concat([mp4Start(clip), Buffer.alloc(200 * 1024 * 1024)]));
    response.writeHead(200, { ...MP4, 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb);
  },
  'gzip-broken.mp4': ({ response, clip }) => {
    const bytes = gzipSync(clip);
    response.writeHead(200, { ...MP4, 'content-encoding': 'gzip' }).end(bytes.subarray(0, bytes.length / 2));
  },
  'odd-encoding.mp4': ({ response, clip }) => {
    response.writeHead(200, { ...MP4, 'content-encoding': 'x-secret' }).end(clip);
  },
  'set-cookie.mp4': ({ request, response, clip }) => {
    // The second visit shows whether a cookie came back.
    if (request.url?.endsWith('?again') === true) response.writeHead(200, MP4).end(clip);
    else {
      const cookies = ['session=very-secret; HttpOnly', 'b=2'];
      response.writeHead(302, { location: '/set-cookie.mp4?again', 'set-cookie': cookies }).end();
    }
  },
  status: ({ response, url, rest }) => {
    const retryAfter = url.searchParams.get('retry-after');
    const headers = retryAfter === null ? {} : { 'retry-after': retryAfter };
    response.writeHead(Number.parseInt(rest, 10), { 'content-type': 'text/plain', ...headers }).end('no');
  },
  redirect: ({ response, rest }) => {
    const left = Number.parseInt(rest, 10);
    redirect(response, left <= 1 ? '/clip.mp4' : `/redirect/${left - 1}`);
  },
  'redirect-loop': ({ response, rest }) =>
    redirect(response, rest === 'a' ? '/redirect-loop/b' : '/redirect-loop/a'),
  'redirect-to': ({ response, url }) => redirect(response, url.searchParams.get('url') ?? '/', 307),
  'redirect-nowhere': ({ response }) => void response.writeHead(302).end(),
  'redirect-endless-body': ({ response }) => {
    response.writeHead(302, { location: '/clip.mp4' });
    pour(response, CHUNK);
  },
};
