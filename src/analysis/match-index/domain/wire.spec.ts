import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decodeFrameHits,
  decodeFrameQuestion,
  decodeSoundHits,
  decodeWords,
  encodeFrameHits,
  encodeFrameQuestion,
  encodeMessage,
  encodeSoundHits,
  encodeWords,
  LIMITS,
  MessageReader,
  WireError,
  type Message,
} from './wire.js';

const uint = (max: number) => fc.integer({ min: 0, max });
const messages = fc.array(
  fc.record({ kind: uint(255), question: uint(2 ** 32 - 1), body: fc.uint8Array({ maxLength: 50 }) }),
  { maxLength: 8 },
);

function readInPieces(bytes: Buffer, size: number, reader: MessageReader): Message[] {
  const read: Message[] = [];
  for (let at = 0; at < bytes.length; at += size) read.push(...reader.push(bytes.subarray(at, at + size)));
  return read;
}

function nameOfErrorIn(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as Error).name;
  }
}

describe('messages', () => {
  it('come out as they went in, however the stream is cut', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 60 }), (sent, size) => {
        const stream = Buffer.concat(sent.map(encodeMessage));
        const read = readInPieces(stream, size, new MessageReader(100));
        expect(read.map(({ body, ...head }) => ({ ...head, body: Uint8Array.from(body) }))).toEqual(sent);
      }),
    );
  });

  it('are refused before they are gathered when they are too long or too short', () => {
    for (const length of [0, 4, 101, 2 ** 32 - 1]) {
      const head = Buffer.alloc(4);
      head.writeUInt32LE(length);
      expect(() => new MessageReader(100).push(head)).toThrow(WireError);
    }
  });

  it('of any garbage are refused or waited for, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (garbage) => {
        const read = () => {
          for (const { body } of new MessageReader(1_000).push(Buffer.from(garbage))) decodeWords(body);
        };
        expect([undefined, 'WireError']).toContain(nameOfErrorIn(read));
      }),
      { numRuns: 500 },
    );
  });
});

describe('questions and answers', () => {
  it('come out as they went in', () => {
    const hits = [
      { query: 4_095, fingerprintId: 2 ** 52, ptsMs: 2 ** 29 - 1, view: 4, distance: 256 },
      { query: 0, fingerprintId: 1, ptsMs: 0, view: 0, distance: 0 },
    ];
    expect(decodeFrameHits(encodeFrameHits(hits))).toEqual(hits);
    expect(decodeFrameHits(encodeFrameHits(hits), 10).map(({ query }) => query)).toEqual([4_105, 10]);
    const soundHits = [{ fingerprintId: 2 ** 40, common: 7, offset: -1_000_000 }];
    expect(decodeSoundHits(encodeSoundHits(soundHits))).toEqual(soundHits);
    const words = Uint32Array.of(0, 1, 2 ** 32 - 1);
    expect(decodeWords(encodeWords(words))).toEqual(words);
    const question = { radius: 31, most: 100, hashes: Buffer.alloc(96, 7) };
    expect(decodeFrameQuestion(encodeFrameQuestion(question))).toEqual(question);
  });

  it('that ask for too much are refused', () => {
    const ask = (hashes: number, most: number) =>
      decodeFrameQuestion(encodeFrameQuestion({ radius: 31, most, hashes: Buffer.alloc(32 * hashes) }));
    expect(() => ask(LIMITS.hashes + 1, 1)).toThrow(WireError);
    expect(() => ask(2, LIMITS.frameHits)).toThrow(WireError);
    expect(() => ask(1, 2 ** 32 - 1)).toThrow(WireError);
    expect(ask(1, LIMITS.frameHits).most).toBe(LIMITS.frameHits);
    expect(() => decodeWords(Buffer.alloc(4 * (LIMITS.soundWords + 1)))).toThrow(WireError);
  });
});
