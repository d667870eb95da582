import { PartError } from '../../../shared/errors.js';
import type { ProbeOutput, ProbeVideo } from '../probe/probe.contract.js';
import type { Decoding } from './decode-frames.js';

type Failure = { readonly code: PartError['code']; readonly message: string };

/** @throws PartError when there is nothing that may be decoded */
export function decodableVideo({ video }: ProbeOutput): ProbeVideo {
  if (!video) throw new PartError('no_video_stream', 'The file has no video stream.');
  if (!video.isDecodable) throw unsupportedCodec(video.codec);
  return video;
}

/** Why there is not a single picture. */
export function noPicture(probe: ProbeOutput, decoding: Decoding): PartError {
  const { stopped, stderrTail, record } = decoding;
  const details = { stderrTail, record };
  if (stopped) return stopped;
  if (/not on whitelist|Decoder .* not found|Decoding requested, but no decoder/i.test(stderrTail)) {
    return unsupportedCodec(probe.video?.codec ?? 'unknown', details);
  }
  if (/Picture size .* is invalid|exceeds specified max pixel count/i.test(stderrTail)) {
    return new PartError('limits_exceeded', 'The pictures are larger than allowed.', details);
  }
  if (probe.completeness.state === 'truncated' || probe.video?.frameCount === 0) {
    return new PartError('corrupt_media', 'The file breaks off before its first picture.', details);
  }
  return new PartError('decode_failed', 'Not a single picture could be decoded.', details);
}

/** Why the part failed although there are pictures, which are kept. */
export function failureOf(probe: ProbeOutput, { stopped }: Decoding): Failure | undefined {
  if (stopped) {
    return { code: stopped.code, message: `${stopped.publicMessage} The pictures before are kept.` };
  }
  if (probe.completeness.state === 'truncated') {
    return {
      code: 'corrupt_media',
      message: 'The file lacks bytes that its container announces. The pictures before are kept.',
    };
  }
  return undefined;
}

/** Faults of a file that was read to its end. */
export function warningsOf({ faultCount, record, stopped }: Decoding): string[] {
  if (stopped) return [];
  const faults =
    faultCount > 0
      ? [`The decoder reported faults (${faultCount} lines); pictures near them may be incomplete.`]
      : [];
  const ended = record?.exitCode === 0 ? [] : ['The decoder gave up before the end of the file.'];
  return [...faults, ...ended];
}

function unsupportedCodec(codec: string, details: object = {}): PartError {
  return new PartError(
    'unsupported_codec',
    `Video in ${codec} is outside the decoders that CODEC_POLICY allows.`,
    { codec, ...details },
  );
}
