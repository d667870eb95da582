import { describe, expect, it } from '@jest/globals';
import { PART_ERROR_CODES, TransientError } from '../../shared/errors.js';
import { classifyYtdlpFailure, ytdlpError } from './ytdlp-failure.js';

const BUG =
  'please report this issue on  https://github.com/yt-dlp/yt-dlp/issues?q= , filling out the template';

describe('what yt-dlp says', () => {
  it.each([
    [
      'ERROR: [youtube] abc: Private video. Sign in if you’ve been granted access to this video',
      'login_required',
    ],
    ['ERROR: [youtube] abc: Sign in to confirm your age. This video may be inappropriate', 'login_required'],
    ['ERROR: [youtube] abc: Sign in to confirm you’re not a bot. Use --cookies', 'rate_limited'],
    [
      'ERROR: [youtube] abc: Video unavailable. This video has been removed by the uploader',
      'deleted_at_source',
    ],
    [
      'ERROR: [youtube] abc: Video unavailable. This video is no longer available because the YouTube account associated with this video has been terminated.',
      'deleted_at_source',
    ],
    ['ERROR: [youtube] abc: Video unavailable', 'not_found'],
    ['ERROR: [youtube] abc: The uploader has not made this video available in your country', 'geo_blocked'],
    ['ERROR: [youtube] abc: This live event will begin in 3 hours.', 'unsupported_url'],
    ['ERROR: [twitter] 12: NSFW tweet requires authentication. Use --cookies', 'login_required'],
    ['ERROR: [twitter] 12: No video could be found in this tweet', 'not_found'],
    ['ERROR: [twitter] 12: Suspended. Your account is suspended', 'deleted_at_source'],
    [
      'ERROR: [Instagram] xy: Requested content is not available, rate-limit reached or login required',
      'rate_limited',
    ],
    ['ERROR: [facebook] 9: This video is only available for registered users.', 'login_required'],
    [
      'ERROR: [TikTok] 7: Your IP address is blocked from accessing this post from your location',
      'geo_blocked',
    ],
    [
      'ERROR: [vimeo] 1: This video is protected by a password, use the --video-password option',
      'login_required',
    ],
    [
      'ERROR: [Reddit] q: Unable to download JSON metadata: HTTP Error 429: Too Many Requests',
      'rate_limited',
    ],
    [`ERROR: [vk] 5: Unable to extract title; ${BUG}`, 'unsupported_url'],
    [
      'ERROR: [generic] None: Unable to download webpage: HTTP Error 404: Not Found (caused by x)',
      'not_found',
    ],
    ['ERROR: [generic] None: Unable to download webpage: HTTP Error 410: Gone', 'deleted_at_source'],
    ['ERROR: [generic] None: Unable to download webpage: HTTP Error 403: Forbidden', 'login_required'],
    [
      'ERROR: [generic] None: Unable to download webpage: HTTP Error 451: Unavailable For Legal Reasons',
      'geo_blocked',
    ],
    [
      `ERROR: [generic] None: Unable to download webpage: HTTP Error 503: Service Unavailable; ${BUG}`,
      'network_error',
    ],
    ['ERROR: [generic] None: Unable to download webpage: <urlopen error timed out>', 'network_error'],
    [
      'ERROR: [generic] None: Unable to download webpage: HTTP Error 403: Refused by egress guard',
      'url_rejected',
    ],
    [
      'ERROR: Unable to download webpage: <urlopen error Tunnel connection failed: 403 Refused by egress guard>',
      'url_rejected',
    ],
    ['ERROR: Unsupported URL: https://site.example/login/private-video', 'unsupported_url'],
    ['ERROR: [generic] \'x\' is not a valid URL. Set --default-search "ytsearch"', 'unsupported_url'],
    ['ERROR: [abc] 3: This video is DRM protected', 'unsupported_url'],
    ['ERROR: unable to download video data: [Errno 27] File too large', 'too_large'],
    ['[download] File is larger than max-filesize (1000000 bytes > 500000 bytes). Aborting.', 'too_large'],
    ['ERROR: unable to write data: [Errno 28] No space left on device', 'storage_full'],
    [
      'ERROR: \n[download] Got error: HTTP Error 404: Not Found. Giving up after 3 retries\nERROR: fragment 2 not found, unable to continue',
      'network_error',
    ],
    [
      'ERROR: \n[download] Got error: Downloaded 512 bytes, expected 1000000 bytes. Giving up after 3 retries',
      'network_error',
    ],
    [
      'ERROR: \n[download] Got error: <urlopen error file:// URLs are explicitly disabled in yt-dlp for security reasons. Use --enable-file-urls>. Giving up after 3 retries',
      'url_rejected',
    ],
    ['[download] A stream does not pass filter (!is_live), skipping ..', 'unsupported_url'],
    ['Traceback (most recent call last):\n  File "x.py"\nKeyError: 1', 'tool_crashed'],
    ['ERROR: something that nobody has seen yet', 'unsupported_url'],
    ['', 'unsupported_url'],
  ] as const)('%j means %s', (output, code) => {
    expect(classifyYtdlpFailure(output).code).toBe(code);
    expect(PART_ERROR_CODES).toContain(code);
  });

  it('is judged by its errors, not by warnings of tries that failed before', () => {
    const found = classifyYtdlpFailure(
      'WARNING: [generic] HTTP Error 429: retrying\nERROR: [abc] 3: This video has been removed\nWARNING: login helps',
    );
    expect(found).toMatchObject({ code: 'deleted_at_source', extractor: 'abc', reached: 'media_named' });
  });

  it('passes by itself for the network and for rate limits only', () => {
    const of = (output: string) => ytdlpError(classifyYtdlpFailure(output));
    expect(of('ERROR: [x] 1: HTTP Error 429: Too Many Requests')).toBeInstanceOf(TransientError);
    expect(of('ERROR: [x] 1: HTTP Error 502: Bad Gateway')).toBeInstanceOf(TransientError);
    expect(of('ERROR: [x] 1: certificate verify failed')).not.toBeInstanceOf(TransientError);
    expect(of('ERROR: [x] 1: Private video')).not.toBeInstanceOf(TransientError);
  });

  it('tells how far it came', () => {
    const reach = (output: string) => classifyYtdlpFailure(output).reached;
    expect(reach('ERROR: [generic] None: Unable to download webpage: HTTP Error 404: Not Found')).toBe(
      'answer',
    );
    expect(reach('ERROR: Unsupported URL: http://x.example/')).toBe('answer');
    expect(reach('ERROR: [twitter] 12: No video could be found in this tweet')).toBe('media_named');
    expect(reach('ERROR: fragment 2 not found, unable to continue')).toBe('media_bytes');
  });

  it('keeps links and appeals to report bugs out of the message', () => {
    const { toolMessage } = classifyYtdlpFailure(
      `ERROR: [vk] 5: Unable to extract title from https://a.example/?key=1; ${BUG}`,
    );
    expect(toolMessage).toBe('[vk] 5: Unable to extract title from (link)');
  });
});
