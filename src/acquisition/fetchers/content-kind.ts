import { type SniffedMedia, sniffMedia } from '../../media/sniff.js';

/** What the first bytes of an answer are, whatever the server calls them. */
export type ContentKind =
  | { readonly kind: 'media'; readonly media: SniffedMedia }
  | { readonly kind: 'playlist'; readonly mediaType: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'other' };

/** How many bytes `contentKind` wants to see, fewer when there are no more. */
export const HEAD_BYTES = 16 * 1024;

/** @param contentType the server's word; believed only where the bytes leave it open whether they are a page */
export function contentKind(head: Buffer, contentType: string | null): ContentKind {
  const media = sniffMedia(head);
  if (media) return { kind: 'media', media };
  const start = withoutProlog(head.toString('latin1'));
  if (start.startsWith('#EXTM3U')) return { kind: 'playlist', mediaType: 'application/vnd.apple.mpegurl' };
  if (/^<MPD[\s>]/.test(start)) return { kind: 'playlist', mediaType: 'application/dash+xml' };
  if (/^<(?:!doctype\s+html|html|head|body|meta|title|script)[\s>]/i.test(start)) return { kind: 'page' };
  const saysPage = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '');
  return saysPage && head.length > 0 && !head.includes(0) ? { kind: 'page' } : { kind: 'other' };
}

const UTF8_MARK_AS_LATIN1 = '\u00ef\u00bb\u00bf';

/** Without byte order mark, XML declaration, comments and white space in front. A loop: one pattern for it backtracks without end. */
function withoutProlog(text: string): string {
  let rest = text.startsWith(UTF8_MARK_AS_LATIN1) ? text.slice(3) : text;
  for (;;) {
    rest = rest.trimStart();
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '?>' : undefined;
    if (close === undefined) return rest;
    const end = rest.indexOf(close);
    if (end < 0) return '';
    rest = rest.slice(end + close.length);
  }
}

/** The first scheme in a playlist's addresses that leads to files or past the guard; undefined for an honest one. */
export function foreignScheme(playlist: string): string | undefined {
  for (const [, scheme = ''] of playlist.matchAll(/(?:^|["'>\s=,])([a-z][a-z0-9+.-]*):(?:\/|[a-z])/gim)) {
    if (FOREIGN_SCHEMES.has(scheme.toLowerCase())) return scheme.toLowerCase();
  }
  return undefined;
}

/** Protocols of ffmpeg and yt-dlp that read files or reach hosts otherwise than by http(s). `data:` holds keys in honest lists. */
const FOREIGN_SCHEMES = new Set(
  `file concat concatf ffconcat subfile pipe fd cache async crypto tee md5 bluray unix http+unix
   ftp sftp tftp gopher gophers dict ldap smb tcp tls udp rtp srtp rtsp rtmp rtmps rtmpe rtmpt mms mmsh mmst
   ws wss ipfs ipns`.split(/\s+/),
);
