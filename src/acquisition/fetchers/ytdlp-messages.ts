import type { PartErrorCode } from '../../shared/errors.js';

export interface YtdlpMeaning {
  readonly code: PartErrorCode;
  /** May pass by itself. */
  readonly transient?: true;
  readonly says: readonly RegExp[];
}

/** What yt-dlp's sentences mean. The first row that matches decides, so the particular stands before the general. */
export const YTDLP_MEANINGS: readonly YtdlpMeaning[] = [
  {
    code: 'url_rejected',
    says: [/Refused by egress guard/i, /\bfile:\/\/ (?:URLs|scheme)/i, /unknown url type/i],
  },
  { code: 'too_large', says: [/larger than max-filesize/i, /File too large/i, /\[Errno 27\]/] },
  { code: 'storage_full', says: [/No space left on device/i, /\[Errno 28\]/] },
  {
    code: 'rate_limited',
    transient: true,
    says: [/HTTP Error 429/, /Too Many Requests/i, /rate.?limit/i, /not a bot/i, /try again later/i],
  },
  {
    code: 'geo_blocked',
    says: [
      /HTTP Error 451/,
      /Unavailable For Legal Reasons/i,
      /(?:in|from) your (?:country|region|location)/i,
      /geo.?(?:restrict|block)/i,
    ],
  },
  // Of a stream whose parts fail: whatever the reason, what came is not the whole clip.
  { code: 'network_error', transient: true, says: [/Giving up after/i, /fragment \d+ not found/i] },
  {
    code: 'deleted_at_source',
    says: [
      /HTTP Error 410/,
      /(?:been|was|were) (?:removed|deleted|taken down|terminated|suspended)/i,
      /no longer (?:available|exists)/i,
      /account (?:is |associated with this video )?(?:terminated|suspended|deleted)/i,
    ],
  },
  {
    code: 'login_required',
    says: [
      /\bprivate (?:video|account|post|profile|group)/i,
      /(?:video|account|post|profile|it|this) is private/i,
      /\b(?:log|sign)(?:ged|ing)?[ -]?in\b/i,
      /\blogin\b|authenticat|password/i,
      /registered users|members[- ]only|subscri(?:bers|ption)/i,
      /age.?(?:restricted|gate|verif)|confirm your age|NSFW tweet/i,
      /HTTP Error 40[137]/,
    ],
  },
  {
    code: 'unsupported_url',
    says: [
      /does not pass filter \(!is_live\)/i,
      /live event will begin|premieres in|is offline|not currently live/i,
      /\bDRM\b|Requested format is not available|Unsupported URL|is not a valid URL/i,
    ],
  },
  {
    code: 'not_found',
    says: [
      /HTTP Error 404/,
      /does ?n[o']t exist/i,
      /not (?:be )?found/i,
      /No (?:video|media|status)(?: could be)? found/i,
      /Video unavailable|is unavailable/i,
      /(?:video|content|tweet|post) (?:is not|isn't) available/i,
    ],
  },
  { code: 'network_error', says: [/certificate.verify.failed/i] },
  {
    code: 'network_error',
    transient: true,
    says: [
      /timed? ?out|Connection (?:reset|refused|aborted)|Egress connection failed/i,
      /name resolution|Name or service not known|urlopen error/i,
      /HTTP Error (?:5\d\d|408|425)/,
      /IncompleteRead|bytes read|Remote ?(?:end closed|Disconnected)|EOF occurred|content too short/i,
      /Unable to download/i,
    ],
  },
  {
    code: 'unsupported_url',
    says: [
      /No video formats found|Unable to (?:extract|parse)|Failed to (?:parse|extract)/i,
      /There'?s no video|no video in/i,
    ],
  },
  { code: 'tool_crashed', says: [/Traceback \(most recent call last\)|MemoryError/] },
];

/** Sentences of ours: yt-dlp's own speak of command lines and of reporting bugs. */
export const YTDLP_SENTENCES: Readonly<Partial<Record<PartErrorCode, string>>> = {
  url_rejected: 'The page leads to an address that is not open to this desk.',
  too_large: 'The clip is larger than is allowed.',
  storage_full: 'There is no space left for the download.',
  rate_limited: 'The platform asks for a pause between requests.',
  geo_blocked: 'The platform withholds this clip in the country of this desk.',
  deleted_at_source: 'The platform says that this clip was removed.',
  login_required: 'The platform shows this clip only to some visitors.',
  unsupported_url: 'No video could be read from this page.',
  not_found: 'The platform has nothing at this link.',
  network_error: 'The connection to the platform failed: the clip is not complete.',
  tool_crashed: 'yt-dlp failed with an error of its own.',
};
