import type { IndexHit, SoundHit } from '../match-index.js';
import { HASH_BYTES } from './hash-index.js';

/**
 * What index and client say to each other: messages of a length (uint32, of what follows it), a kind (uint8), the number of
 * the question (uint32) and a body. All numbers are little-endian.
 */
export const KINDS = {
  searchFrames: 1,
  searchSound: 2,
  forget: 3,
  frameHits: 4,
  soundHits: 5,
  failed: 6,
} as const;

export interface Message {
  readonly kind: number;
  readonly question: number;
  readonly body: Buffer;
}

export interface FrameQuestion {
  readonly radius: number;
  readonly most: number;
  readonly hashes: Uint8Array;
}

/** Bounds of one question. The client asks longer ones in parts. */
export const LIMITS = {
  hashes: 4_096,
  /** Hashes times most hits for each. */
  frameHits: 1_048_576,
  soundWords: 262_144,
  questionBytes: 2 ** 21,
  answerBytes: 2 ** 25,
} as const;

const HEAD_BYTES = 5;
const LENGTH_BYTES = 4;
const FRAME_HIT_BYTES = 20;
const SOUND_HIT_BYTES = 16;
const QUESTION_HEAD_BYTES = 8;

export class WireError extends Error {
  override readonly name = 'WireError';
}

export function encodeMessage({
  kind,
  question,
  body,
}: {
  kind: number;
  question: number;
  body: Uint8Array;
}): Buffer {
  const head = Buffer.alloc(LENGTH_BYTES + HEAD_BYTES);
  head.writeUInt32LE(HEAD_BYTES + body.length, 0);
  head.writeUInt8(kind, LENGTH_BYTES);
  head.writeUInt32LE(question, LENGTH_BYTES + 1);
  return Buffer.concat([head, body]);
}

/** Puts messages together from a stream of chunks. */
export class MessageReader {
  #chunks: Buffer[] = [];
  #size = 0;
  #wanted = LENGTH_BYTES;

  constructor(private readonly mostBytes: number) {}

  /** The messages that this chunk completes. @throws WireError when a message says that it is longer than allowed, or too short. */
  push(chunk: Buffer): Message[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const messages: Message[] = [];
    while (this.#size >= this.#wanted) {
      const bytes = Buffer.concat(this.#chunks);
      const length = bytes.readUInt32LE(0);
      if (length < HEAD_BYTES || length > this.mostBytes) throw new WireError(`a message of ${length} bytes`);
      this.#wanted = LENGTH_BYTES + length;
      const isWhole = bytes.length >= this.#wanted;
      if (isWhole) messages.push(messageOf(bytes.subarray(LENGTH_BYTES, this.#wanted)));
      const rest = isWhole ? bytes.subarray(this.#wanted) : bytes;
      if (isWhole) this.#wanted = LENGTH_BYTES;
      this.#chunks = [rest];
      this.#size = rest.length;
    }
    return messages;
  }
}

function messageOf(bytes: Buffer): Message {
  return { kind: bytes.readUInt8(0), question: bytes.readUInt32LE(1), body: bytes.subarray(HEAD_BYTES) };
}

export function encodeFrameQuestion({ radius, most, hashes }: FrameQuestion): Buffer {
  const head = Buffer.alloc(QUESTION_HEAD_BYTES);
  head.writeUInt32LE(radius, 0);
  head.writeUInt32LE(most, 4);
  return Buffer.concat([head, hashes]);
}

/** @throws WireError when it is none, or asks for too much. */
export function decodeFrameQuestion(body: Buffer): FrameQuestion {
  const hashBytes = body.length - QUESTION_HEAD_BYTES;
  if (hashBytes < 0 || hashBytes % HASH_BYTES !== 0) throw new WireError('a hash is cut off');
  const hashes = body.subarray(QUESTION_HEAD_BYTES);
  const [radius, most] = [body.readUInt32LE(0), body.readUInt32LE(4)];
  const count = hashBytes / HASH_BYTES;
  if (count > LIMITS.hashes || count * most > LIMITS.frameHits) throw new WireError('too much is asked for');
  return { radius, most, hashes };
}

export function encodeFrameHits(hits: readonly IndexHit[]): Buffer {
  const body = Buffer.alloc(hits.length * FRAME_HIT_BYTES);
  for (const [i, hit] of hits.entries()) {
    const at = i * FRAME_HIT_BYTES;
    body.writeDoubleLE(hit.fingerprintId, at);
    body.writeUInt32LE(hit.ptsMs, at + 8);
    body.writeUInt32LE(hit.query, at + 12);
    body.writeUInt16LE(hit.view, at + 16);
    body.writeUInt16LE(hit.distance, at + 18);
  }
  return body;
}

/** @param first added to the number of each hash: where this part of a question begins. */
export function decodeFrameHits(body: Buffer, first = 0): IndexHit[] {
  return Array.from({ length: wholeNumberOf(FRAME_HIT_BYTES, body) }, (_, i) => {
    const at = i * FRAME_HIT_BYTES;
    return {
      query: first + body.readUInt32LE(at + 12),
      fingerprintId: body.readDoubleLE(at),
      ptsMs: body.readUInt32LE(at + 8),
      view: body.readUInt16LE(at + 16),
      distance: body.readUInt16LE(at + 18),
    };
  });
}

export function encodeWords(words: Uint32Array): Buffer {
  const body = Buffer.alloc(words.length * 4);
  for (const [i, word] of words.entries()) body.writeUInt32LE(word, i * 4);
  return body;
}

/** @throws WireError when it is none, or asks for too much. */
export function decodeWords(body: Buffer): Uint32Array {
  const words = new Uint32Array(wholeNumberOf(4, body));
  if (words.length > LIMITS.soundWords) throw new WireError('too much is asked for');
  for (let i = 0; i < words.length; i += 1) words[i] = body.readUInt32LE(i * 4);
  return words;
}

export function encodeSoundHits(hits: readonly SoundHit[]): Buffer {
  const body = Buffer.alloc(hits.length * SOUND_HIT_BYTES);
  for (const [i, hit] of hits.entries()) {
    const at = i * SOUND_HIT_BYTES;
    body.writeDoubleLE(hit.fingerprintId, at);
    body.writeUInt32LE(hit.common, at + 8);
    body.writeInt32LE(hit.offset, at + 12);
  }
  return body;
}

export function decodeSoundHits(body: Buffer): SoundHit[] {
  return Array.from({ length: wholeNumberOf(SOUND_HIT_BYTES, body) }, (_, i) => {
    const at = i * SOUND_HIT_BYTES;
    return {
      fingerprintId: body.readDoubleLE(at),
      common: body.readUInt32LE(at + 8),
      offset: body.readInt32LE(at + 12),
    };
  });
}

function wholeNumberOf(size: number, body: Buffer): number {
  if (body.length % size !== 0) throw new WireError('a record is cut off');
  return body.length / size;
}
