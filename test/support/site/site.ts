import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeClips } from './made-clips.js';
import { MISBEHAVIOUR } from './misbehaviour.js';
import { pageFor } from './pages.js';
import { sendBytes, sendSiteFile, sharedClip } from './site-files.js';

/**
 * A real HTTP site on loopback with clips, pages and every kind of misbehaviour, by path:
 *
 * Good clips
 *   /clip.mp4, /clips-made/clip.mp4, /no-type/clip, /as-html/clip.mp4   the made clip (2 s, 320×240); the last two under no
 *                                          or a wrong Content-Type; the first two with Range
 *   /shared/NAME                           a file of ../shared/clips by its base name when that folder is there, else 404
 *   /hls/master.m3u8, /hls/media.m3u8      the same clip as HLS, byte ranges of /hls/media.ts
 *   /big/N.mp4                             N MiB that begin like an MP4
 * Pages (pages.ts): /page/og|twitter|jsonld|video|source|hls|jwplayer|second-works            name the clip
 *   /page/none|login|dead|to-private|to-file|jwplayer-private|to-page|huge|huge-late           do not, or a wrong one
 * Playlists that misbehave: /hls/evil.m3u8 (file:///etc/passwd), /hls/evil.mp4 (the same, named .mp4),
 *   /hls/evil-master.m3u8 (leads to it), /hls/private.m3u8 (segments on 10.0.0.5), /hls/missing.m3u8 (a segment is 404)
 * No media: /text.mp4 /zero.mp4 /html.mp4 /image.mp4
 * Bodies: /short-body.mp4 /long-body.mp4 /big-declared.mp4 /truncated.mp4 /reset/PERCENT.mp4 /chunked-cut.mp4 /endless.mp4
 *   /endless-noise.mp4 /endless.html /drip.mp4 (50 B/s) /stall.mp4 /silent /header-flood.mp4 /not-http
 *   /gzip-clip.mp4 /gzip-bomb.mp4 /gzip-broken.mp4 /odd-encoding.mp4
 * Answers: /status/CODE[?retry-after=S] /set-cookie.mp4
 * Redirects: /redirect/N (N hops, then the clip) /redirect-loop/a /redirect-to?url=… /redirect-nowhere
 *   /redirect-endless-body
 */
export interface Site {
  /** `http://127.0.0.1:PORT`, also what `EGRESS_ALLOW` needs, without the scheme. */
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly SiteRequest[];
  /** Bytes of /clip.mp4. */
  readonly clip: Buffer;
  close(): Promise<void>;
}

export interface SiteRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** Starts the site on a free port of 127.0.0.1. Needs ffmpeg (`FFMPEG_PATH` or on `PATH`). */
export async function startSite(): Promise<Site> {
  const made = await makeClips();
  const requests: SiteRequest[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    response.on('error', () => response.destroy());
    answer(request, response, { folder: made.folder, clip: made.mp4, origin });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    requests,
    clip: made.mp4,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await made.remove();
    },
  };
}

interface SiteContent {
  readonly folder: string;
  readonly clip: Buffer;
  readonly origin: string;
}

function answer(request: IncomingMessage, response: ServerResponse, content: SiteContent): void {
  const url = new URL(request.url ?? '/', 'http://site.invalid');
  const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? [];
  const bad = MISBEHAVIOUR[first];
  if (bad) {
    bad({ request, response, url, rest, clip: content.clip, origin: content.origin });
    return;
  }
  switch (first) {
    case 'clip.mp4':
    case 'clips-made':
      sendBytes(request, response, content.clip, 'video/mp4');
      return;
    case 'shared':
      sendSiteFile(request, response, sharedClip(rest), 'application/octet-stream');
      return;
    case 'hls':
      sendPlaylist(request, response, rest, content);
      return;
    case 'page':
      sendPage(response, pageFor(rest, content.origin));
      return;
    default:
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
  }
}

function sendPage(response: ServerResponse, html: string | undefined): void {
  response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html ?? 'no such page');
}

const ODD_PLAYLISTS: Readonly<Record<string, string>> = {
  'evil.m3u8': 'file:///etc/passwd',
  'evil.mp4': 'file:///etc/passwd',
  'private.m3u8': 'http://10.0.0.5/segment.ts',
  'missing.m3u8': '/status/404',
};

function sendPlaylist(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  content: SiteContent,
): void {
  const segment = ODD_PLAYLISTS[name];
  const type = name.endsWith('.ts') ? 'video/mp2t' : 'application/vnd.apple.mpegurl';
  if (name === 'evil-master.m3u8') {
    response.writeHead(200, { 'content-type': type });
    response.end('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1000\nevil.m3u8\n');
  } else if (segment === undefined) {
    sendSiteFile(request, response, `${content.folder}/${name.replaceAll('/', '')}`, type);
  } else {
    response.writeHead(200, { 'content-type': type });
    response.end(
      `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1.0,\n/hls/media.ts\n#EXTINF:10.0,\n${segment}\n#EXT-X-ENDLIST\n`,
    );
  }
}
