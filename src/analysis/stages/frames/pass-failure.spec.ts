import { describe, expect, it } from '@jest/globals';
import { PartError } from '../../../shared/errors.js';
import type { ProbeOutput } from '../probe/probe.contract.js';
import type { Decoding } from './decode-frames.js';
import { decodableVideo, failureOf, noPicture, warningsOf } from './pass-failure.js';

function probe(state: ProbeOutput['completeness']['state'], video: object | null = {}): ProbeOutput {
  return {
    video: video && { codec: 'h264', isDecodable: true, frameCount: 10, ...video },
    completeness: { state, announcedBytes: null, missingBytes: null },
  } as ProbeOutput;
}

function decoding(part: Partial<Decoding> & { exitCode?: number } = {}): Decoding {
  const record = { exitCode: part.exitCode ?? 0 } as Decoding['record'];
  return { greySha256: '', faultCount: 0, stderrTail: '', stopped: undefined, record, ...part };
}

const timeout = new PartError('tool_timeout', 'ffmpeg: it took too long.');

describe('what is refused before decoding', () => {
  it('no video, and a codec outside the list', () => {
    expect(() => decodableVideo(probe('whole', null))).toThrow(
      expect.objectContaining({ code: 'no_video_stream' }),
    );
    expect(() => decodableVideo(probe('whole', { codec: 'cinepak', isDecodable: false }))).toThrow(
      expect.objectContaining({ code: 'unsupported_codec' }),
    );
  });
});

describe('why there is no picture', () => {
  it.each([
    ['Codec (cinepak) not on whitelist', 'unsupported_codec'],
    ['Decoder (codec prores) not found', 'unsupported_codec'],
    ['Picture size 9000x9000 exceeds specified max pixel count 35389440', 'limits_exceeded'],
    ['Error while decoding stream #0:0', 'decode_failed'],
  ])('%s → %s', (stderrTail, code) => {
    expect(noPicture(probe('whole'), decoding({ stderrTail, exitCode: 1 })).code).toBe(code);
  });

  it('a file cut off, or without any packet, is corrupt', () => {
    expect(noPicture(probe('truncated'), decoding()).code).toBe('corrupt_media');
    expect(noPicture(probe('unknown', { frameCount: 0 }), decoding()).code).toBe('corrupt_media');
  });

  it('a limit that struck is named', () => {
    expect(noPicture(probe('truncated'), decoding({ stopped: timeout }))).toBe(timeout);
  });
});

describe('what is said beside the pictures', () => {
  it('lacking bytes fail the part, decode faults do not', () => {
    expect(failureOf(probe('truncated'), decoding({ faultCount: 3 }))?.code).toBe('corrupt_media');
    expect(failureOf(probe('whole'), decoding({ faultCount: 3 }))).toBeUndefined();
    expect(warningsOf(decoding({ faultCount: 3 }))).toHaveLength(1);
    expect(warningsOf(decoding({ exitCode: 69 }))).toEqual([
      'The decoder gave up before the end of the file.',
    ]);
    expect(warningsOf(decoding())).toEqual([]);
  });

  it('a limit that struck fails the part under its own name', () => {
    expect(failureOf(probe('whole'), decoding({ stopped: timeout }))?.code).toBe('tool_timeout');
  });
});
