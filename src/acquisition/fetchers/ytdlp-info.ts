import type { PlatformInfo } from './fetcher.js';
import { boundedText } from './bounded-text.js';
import { ytdlpUploadTime } from './upload-time.js';

export interface YtdlpInfo {
  readonly platform: PlatformInfo;
  readonly webpageUrl: string | undefined;
  /** The chosen file has no sound though the post offers some as a stream of its own. */
  readonly soundLeftOut: boolean;
}

/**
 * What the info JSON says about the post. The generic extractor guesses: its id is made of the link and its time is a
 * file's, so neither is taken.
 */
export function readYtdlpInfo(json: string): YtdlpInfo {
  const info = objectOf(JSON.parse(json));
  const extractor = textOf(info, 'extractor_key') ?? textOf(info, 'extractor');
  const isGeneric = extractor === undefined || extractor.toLowerCase() === 'generic';
  const found: { [K in keyof PlatformInfo]: string | undefined } = {
    extractor: isGeneric ? undefined : extractor,
    postId: isGeneric ? undefined : textOf(info, 'id'),
    uploader: uploaderOf(info),
    uploaderId: textOf(info, 'uploader_id') ?? textOf(info, 'channel_id'),
    uploaderUrl: textOf(info, 'uploader_url') ?? textOf(info, 'channel_url'),
    title: textOf(info, 'title'),
    description: textOf(info, 'description'),
    uploadedAt: isGeneric ? undefined : ytdlpUploadTime(info['timestamp'], info['upload_date']),
    canonicalUrl: isGeneric ? undefined : textOf(info, 'webpage_url'),
  };
  const kept = Object.entries(found).filter(([, value]) => value !== undefined && value !== '');
  const texts = Object.fromEntries(
    kept.map(([name, value]) => [name, boundedText(value ?? '', 10_000)]),
  ) as PlatformInfo;
  const entries = info['n_entries'] ?? info['playlist_count'];
  return {
    platform: { ...texts, ...(typeof entries === 'number' && entries > 1 && { entryCount: entries }) },
    webpageUrl: textOf(info, 'webpage_url'),
    soundLeftOut: info['acodec'] === 'none' && offersSound(info['formats']),
  };
}

/** The generic extractor calls the host the uploader where the page names nobody. */
function uploaderOf(info: Readonly<Record<string, unknown>>): string | undefined {
  const uploader = textOf(info, 'uploader') ?? textOf(info, 'channel');
  return uploader === textOf(info, 'webpage_url_domain') ? undefined : uploader;
}

function offersSound(formats: unknown): boolean {
  if (!Array.isArray(formats)) return false;
  return formats.some((format) => {
    const acodec = objectOf(format)['acodec'];
    return typeof acodec === 'string' && acodec !== 'none';
  });
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(info: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = info[key];
  return typeof value === 'string' ? value : undefined;
}
