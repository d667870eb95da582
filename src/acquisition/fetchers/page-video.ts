import { Parser } from 'htmlparser2';
import { type LinkedVideo, linkedVideos } from './linked-data.js';
import type { PlatformInfo } from './fetcher.js';
import { boundedText } from './bounded-text.js';
import { instantOrDate } from './upload-time.js';

export interface PageContent {
  /** Absolute addresses of the page's video, the surest first, each once. Not checked by any guard. */
  readonly videoUrls: readonly string[];
  readonly info: PlatformInfo;
}

const MAX_CANDIDATES = 20;
const MAX_JSON_CHARS = 1024 * 1024;
/** The parser shifts its array of open tags at each closing one: without a bound 5 MB of them take minutes. */
const MAX_DEPTH = 1000;
const CHUNK_CHARS = 16 * 1024;

/**
 * The video that a page names: JSON-LD VideoObject, Open Graph, Twitter card, `<video>`; and what it says about it.
 * @param html at most some megabytes; the parser holds no tree of it
 */
export function readPage(html: string, pageUrl: URL): PageContent {
  const scan = scanPage(html);
  const base = resolved(scan.base ?? '', pageUrl.href) ?? pageUrl.href;
  const videos = scan.jsonLd.flatMap((text) => linkedVideos(text));
  const meta = (...names: string[]) => names.flatMap((name) => scan.meta.get(name) ?? []);
  const isPlayer = meta('og:video:type').some((type) =>
    /^(?:text\/html|application\/x-shockwave-flash)/i.test(type),
  );
  const named = [
    ...videos.flatMap((video) => video.contentUrl ?? []),
    ...(isPlayer ? [] : meta('og:video:secure_url', 'og:video:url', 'og:video')),
    ...meta('twitter:player:stream'),
    ...scan.sources,
  ];
  const absolute = named.map((link) => resolved(link, base)).filter((link) => link !== undefined);
  return {
    videoUrls: [...new Set(absolute)].slice(0, MAX_CANDIDATES),
    info: pageInfo(videos[0], meta, scan, base),
  };
}

function pageInfo(
  video: LinkedVideo | undefined,
  meta: (...names: string[]) => string[],
  scan: PageScan,
  base: string,
): PlatformInfo {
  const canonical = scan.canonical === undefined ? undefined : resolved(scan.canonical, base);
  const found: { [K in keyof PlatformInfo]: string | undefined } = {
    title: video?.name ?? meta('og:title', 'twitter:title')[0] ?? scan.title,
    description: video?.description ?? meta('og:description', 'twitter:description')[0],
    uploader: video?.author,
    uploadedAt: instantOrDate(video?.uploadDate ?? ''),
    canonicalUrl: canonical ?? meta('og:url')[0],
    siteName: meta('og:site_name')[0],
  };
  const kept = Object.entries(found).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(
    kept.map(([name, value]) => [name, boundedText(value ?? '', 10_000)]),
  ) as PlatformInfo;
}

interface PageScan {
  readonly meta: Map<string, string[]>;
  readonly sources: string[];
  readonly jsonLd: string[];
  base?: string;
  canonical?: string;
  title?: string;
}

function scanPage(html: string): PageScan {
  const scan: PageScan = { meta: new Map(), sources: [], jsonLd: [] };
  let collecting: 'json' | 'title' | undefined;
  let text = '';
  let inMedia = 0;
  const open = { depth: 0 };
  const parser = new Parser({
    onopentag(name, attributes) {
      open.depth += 1;
      if (name === 'video' || name === 'audio') inMedia += 1;
      if (name === 'script' && /^application\/ld\+json/i.test(attributes['type'] ?? '')) collecting = 'json';
      if (name === 'title' && scan.title === undefined) collecting = 'title';
      text = '';
      noteTag(scan, name, attributes, inMedia > 0);
    },
    ontext(part) {
      if (collecting && text.length + part.length <= MAX_JSON_CHARS) text += part;
    },
    onclosetag(name) {
      open.depth -= 1;
      if (name === 'video' || name === 'audio') inMedia -= 1;
      if (collecting === 'json' && name === 'script') scan.jsonLd.push(text);
      if (collecting === 'title' && name === 'title') scan.title = text.trim();
      if (name === 'script' || name === 'title') collecting = undefined;
    },
  });
  for (let at = 0; at < html.length && open.depth <= MAX_DEPTH; at += CHUNK_CHARS) {
    parser.write(html.slice(at, at + CHUNK_CHARS));
  }
  parser.end();
  return scan;
}

function noteTag(scan: PageScan, name: string, attributes: Record<string, string>, inMedia: boolean): void {
  const { src, href, content } = attributes;
  if (name === 'meta' && content !== undefined) {
    const key = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
    scan.meta.set(key, [...(scan.meta.get(key) ?? []).slice(0, MAX_CANDIDATES), content.trim()]);
  }
  if (name === 'base' && href !== undefined) scan.base ??= href;
  if (name === 'link' && /\bcanonical\b/i.test(attributes['rel'] ?? '') && href) scan.canonical ??= href;
  const isSource = name === 'video' || (name === 'source' && inMedia);
  if (isSource && src && scan.sources.length < MAX_CANDIDATES) scan.sources.push(src);
}

function resolved(link: string, base: string): string | undefined {
  return URL.canParse(link.trim(), base) ? new URL(link.trim(), base).href : undefined;
}
