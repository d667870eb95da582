import type { ProbeCompleteness } from '../probe.contract.js';

/**
 * A container that lacks bytes it announces is truncated; so is one whose demuxer met the end of the file within a sample
 * (moov in front, open-ended mdat). Where nothing is announced, nothing is claimed.
 */
export function judgeCompleteness(
  announced: { readonly announcedBytes: number; readonly missingBytes: number } | undefined,
  isCutOff: boolean,
): ProbeCompleteness {
  const { announcedBytes = null, missingBytes = null } = announced ?? {};
  if (isCutOff || (missingBytes !== null && missingBytes > 0)) {
    return { state: 'truncated', announcedBytes, missingBytes };
  }
  return { state: announced ? 'whole' : 'unknown', announcedBytes, missingBytes };
}
