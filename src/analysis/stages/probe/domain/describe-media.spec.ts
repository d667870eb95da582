import { describe, expect, it } from '@jest/globals';
import { ffprobeDocument, type FfprobeStream } from '../../../../media/ffprobe-document.js';
import { durationOf, mainAudioOf, mainVideoOf, videoOf } from './describe-media.js';
import { judgeCompleteness } from './judge-completeness.js';

const documentOf = (format: object, streams: readonly object[] = []) =>
  ffprobeDocument(Buffer.from(JSON.stringify({ format: { format_name: 'mov', ...format }, streams })));

const streamsOf = (...streams: readonly object[]): readonly FfprobeStream[] =>
  documentOf(
    {},
    streams.map((stream, index) => ({ index, codec_type: 'video', ...stream })),
  ).streams;

const PACKETS = { count: 50, firstMs: 1400, endMs: 3400, largestGapMs: 40, smallestGapMs: 40 };

describe('mainVideoOf', () => {
  it('passes over covers and thumbnail tracks', () => {
    const streams = streamsOf(
      { width: 3000, height: 3000, disposition: { attached_pic: 1 } },
      { width: 320, height: 240 },
      { width: 9999, height: 10, disposition: { timed_thumbnails: 1 } },
    );
    expect(mainVideoOf(streams)?.index).toBe(1);
  });

  it('takes the default one, then the largest, then the first', () => {
    expect(mainVideoOf(streamsOf({ width: 10, height: 10 }, { width: 20, height: 20 }))?.index).toBe(1);
    expect(
      mainVideoOf(
        streamsOf({ width: 10, height: 10, disposition: { default: 1 } }, { width: 20, height: 20 }),
      )?.index,
    ).toBe(0);
    expect(mainVideoOf(streamsOf({ width: 10, height: 10 }, { width: 10, height: 10 }))?.index).toBe(0);
  });

  it('is undefined without pictures', () => {
    expect(mainVideoOf(streamsOf({ codec_type: 'audio' }))).toBeUndefined();
    expect(mainAudioOf(streamsOf({ codec_type: 'audio' }))?.index).toBe(0);
  });
});

describe('durationOf', () => {
  it('believes the container first, then a stream, then the packets', () => {
    const streams = [{ index: 0, duration: '3.5' }];
    expect(durationOf(documentOf({ duration: '2.0' }, streams), PACKETS)).toEqual({
      durationMs: 2000,
      durationSource: 'container',
    });
    expect(durationOf(documentOf({ duration: '0.0' }, streams), PACKETS).durationSource).toBe('stream');
    expect(durationOf(documentOf({}), PACKETS)).toEqual({
      durationMs: 2000,
      durationSource: 'packets',
    });
    expect(durationOf(documentOf({}), undefined)).toEqual({
      durationMs: null,
      durationSource: 'unknown',
    });
  });
});

describe('videoOf', () => {
  it('computes frames per second from packets when ffprobe does not know them', () => {
    const [stream] = streamsOf({ codec_name: 'h264', avg_frame_rate: '0/0' });
    expect(videoOf(stream as FfprobeStream, true, PACKETS).avgFps).toBe(25);
  });
});

describe('judgeCompleteness', () => {
  it('claims nothing where nothing is announced', () => {
    expect(judgeCompleteness(undefined, false).state).toBe('unknown');
    expect(judgeCompleteness({ announcedBytes: 10, missingBytes: 0 }, false).state).toBe('whole');
    expect(judgeCompleteness({ announcedBytes: 10, missingBytes: 3 }, false).state).toBe('truncated');
    expect(judgeCompleteness(undefined, true).state).toBe('truncated');
  });
});
