import type { Figures } from './dashboard-query';

export type FailureCode = Figures['failures'][number]['code'];
/**
 * `passing`: it may work the next time, so many may be driven again together. `desk`: somebody has to look at the desk first.
 * `source` and `file`: the other side or the file is so; driving it again as it is changes nothing.
 */
export type FailureKind = 'passing' | 'desk' | 'source' | 'file';

const kinds: Readonly<Record<FailureCode, FailureKind>> = {
  network_error: 'passing',
  rate_limited: 'passing',
  download_timeout: 'passing',
  tool_timeout: 'passing',
  tool_crashed: 'passing',
  storage_full: 'desk',
  storage_error: 'desk',
  internal: 'desk',
  integrity_mismatch: 'desk',
  url_rejected: 'source',
  unsupported_url: 'source',
  not_found: 'source',
  deleted_at_source: 'source',
  login_required: 'source',
  geo_blocked: 'source',
  too_large: 'file',
  too_long: 'file',
  not_media: 'file',
  no_video_stream: 'file',
  unsupported_codec: 'file',
  limits_exceeded: 'file',
  corrupt_media: 'file',
  decode_failed: 'file',
};

export const kindOf = (code: FailureCode): FailureKind => kinds[code];

/** Bytes that differ from their hash are evidence of something: never put right by a button for many. */
export function mayRedriveAll(code: FailureCode): boolean {
  return kinds[code] === 'passing' || (kinds[code] === 'desk' && code !== 'integrity_mismatch');
}
