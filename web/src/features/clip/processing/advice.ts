import type { Schemas } from '@/api/problem';

type Problem = Schemas['PartProblem'];
export type Advice =
  'link' | 'login' | 'later' | 'upload' | 'limits' | 'media' | 'storage' | 'integrity' | 'desk';

/** What a person can do about what went wrong. A code without advice does not compile. */
const advice: Readonly<Record<Problem['code'], Advice>> = {
  url_rejected: 'link',
  unsupported_url: 'upload',
  not_found: 'link',
  deleted_at_source: 'upload',
  login_required: 'login',
  geo_blocked: 'login',
  rate_limited: 'later',
  network_error: 'later',
  download_timeout: 'later',
  too_large: 'limits',
  too_long: 'limits',
  not_media: 'link',
  no_video_stream: 'media',
  unsupported_codec: 'media',
  limits_exceeded: 'limits',
  corrupt_media: 'media',
  decode_failed: 'media',
  tool_timeout: 'later',
  tool_crashed: 'desk',
  integrity_mismatch: 'integrity',
  storage_full: 'storage',
  storage_error: 'storage',
  internal: 'desk',
};

export const adviceOf = ({ code }: Problem): Advice => advice[code];
