import type { PartError, PartErrorCode } from '../../shared/errors.js';
import { boundedText } from './bounded-text.js';
import { type Reach, failure, passingFailure } from './fetch-failure.js';
import { YTDLP_MEANINGS, YTDLP_SENTENCES } from './ytdlp-messages.js';

export interface YtdlpFailure {
  readonly code: PartErrorCode;
  readonly transient: boolean;
  readonly reached: Reach;
  /** yt-dlp's name of the site; undefined for its generic extractor. */
  readonly extractor: string | undefined;
  /** yt-dlp's own words, shortened: for details, not for headlines. */
  readonly toolMessage: string;
}

/**
 * The contract's code for a run of yt-dlp that gave no file.
 * @param output standard error, and standard output where skipped downloads are told
 */
export function classifyYtdlpFailure(output: string): YtdlpFailure {
  const messages = output.split(/^(?=(?:ERROR|WARNING): )/m).map((message) => message.trim());
  const errors = messages.filter((message) => message.startsWith('ERROR:')).map(plain);
  // A warning may tell of a first try that failed; it counts only when there is no error.
  const { code, transient } = meaningOf(errors.join('\n')) ??
    meaningOf(plain(output)) ?? { code: 'unsupported_url' as const, transient: undefined };
  const site = /^\[([^\]]{1,80})\]/.exec(errors[0] ?? '')?.[1];
  const extractor = site === 'generic' || site === 'download' ? undefined : site;
  const reached = reachOf(code, extractor, errors.join('\n'));
  return {
    code,
    transient: transient === true,
    reached,
    extractor,
    toolMessage: boundedText(errors[0] ?? '', 300),
  };
}

/** The links in a message are the site's words and would be read as yt-dlp's: a path may hold "login". */
function plain(message: string): string {
  return message
    .replace(/^ERROR:\s*/, '')
    .replace(/;? ?please report this issue on[^]*$/i, '')
    .replaceAll(/\bhttps?:\/\/\S+/gi, '(link)')
    .trim();
}

function meaningOf(text: string) {
  return YTDLP_MEANINGS.find((meaning) => meaning.says.some((pattern) => pattern.test(text)));
}

/** An extractor of the platform's own knew the post; the generic one has only seen a page. */
function reachOf(code: PartErrorCode, extractor: string | undefined, errors: string): Reach {
  if (code === 'too_large' || /unable to download video data|fragment|Giving up after/i.test(errors)) {
    return 'media_bytes';
  }
  if (/Unsupported URL|is not a valid URL/i.test(errors)) return 'answer';
  if (extractor !== undefined) return 'media_named';
  return code === 'url_rejected' ? 'address' : 'answer';
}

export function ytdlpError(found: YtdlpFailure, details: Record<string, unknown> = {}): PartError {
  const make = found.transient ? passingFailure : failure;
  return make(found.code, YTDLP_SENTENCES[found.code] ?? 'yt-dlp could not fetch this page.', found.reached, {
    ...details,
    toolMessage: found.toolMessage,
    ...(found.extractor !== undefined && { extractor: found.extractor }),
  });
}
