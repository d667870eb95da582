import { type Readable, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { headerOf } from './answer-headers.js';
import { asFetchFailure, failure } from './fetch-failure.js';
import type { HttpAnswer } from './http-session.js';

/** The length that the server announced for the bytes on the wire. */
export function announcedBytes(answer: HttpAnswer): number | null {
  const text = headerOf(answer.headers, 'content-length');
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Empty when the bytes came as they are, which is what was asked for. */
export function contentEncoding(answer: HttpAnswer): string {
  const encoding = (headerOf(answer.headers, 'content-encoding') ?? '').trim().toLowerCase();
  return encoding === 'identity' ? '' : encoding;
}

/**
 * The answer's bytes, decoded when the server encoded them unasked. What comes out is what the caller must count:
 * 200 kB of gzip can hold 200 MB.
 * @throws PartError `network_error` for a body that breaks off or an encoding that is not known
 */
export async function* readBody(
  answer: HttpAnswer,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  const body = decoded(answer);
  let receivedBytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      receivedBytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw asFetchFailure(error, 'media_bytes', { receivedBytes, announcedBytes: announcedBytes(answer) });
  } finally {
    answer.body.destroy();
  }
}

function decoded(answer: HttpAnswer): Readable {
  const encoding = contentEncoding(answer);
  if (encoding === '') return answer.body;
  const decoder = decoderFor(encoding);
  if (!decoder) {
    answer.body.destroy();
    throw failure(
      'network_error',
      'The site sent the bytes in an encoding that was not asked for.',
      'answer',
      {
        encoding: encoding.slice(0, 64),
      },
    );
  }
  // The decoder is destroyed with the body's error, which the reader then gets.
  return pipeline(answer.body, decoder, () => undefined);
}

function decoderFor(encoding: string) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}
