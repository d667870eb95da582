import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { readAnswer } from './answer.js';
import type { Connection } from './connection.js';
import { errorCode, errorText } from './error-code.js';
import { UnreachableError } from './failures.js';
import { type MultipartFrame, multipartFrame } from './multipart.js';
import type { FileToSend } from './read-file.js';
import type { Submission } from './submission.js';

const READ_BYTES = 1024 * 1024;

/** Where a file is sent, and the field that goes before it. */
export interface FileRequest {
  readonly path: string;
  readonly field: { readonly name: string; readonly json: string } | null;
}

export function submissionRequest(submission: Submission): FileRequest {
  return { path: '/clips/upload', field: { name: 'submission', json: JSON.stringify(submission) } };
}

/**
 * Sends a file and resolves with the desk's answer. The file is read as fast as the desk takes it
 * and never held in memory; `fetch` cannot do that: it reads ahead without end when the other side is slower.
 *
 * @throws like `readAnswer`
 */
export async function uploadFile(
  connection: Connection,
  file: FileToSend,
  { path, field }: FileRequest,
  onSent: (bytes: number) => void,
): Promise<unknown> {
  const frame = multipartFrame(`sightline-${randomUUID()}`, field, file.name);
  const request = openRequest(connection, path, frame, file.sizeBytes);
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  const sent = pipeline(bodyOf(frame, file, onSent), request);
  // A desk that refuses answers before it has read everything, and closes: its answer says more than the broken pipe.
  const [answer, sending] = await Promise.allSettled([answered, sent]);
  if (answer.status === 'fulfilled') {
    const [response] = answer.value;
    return readAnswer(response.statusCode ?? 0, await text(response), connection.url);
  }
  const cause: unknown = sending.status === 'rejected' ? sending.reason : answer.reason;
  const why = errorCode(cause) ?? errorText(cause);
  throw new UnreachableError(`The desk at ${connection.url} did not take the file (${why}).`, 1, { cause });
}

function openRequest(
  { url, token }: Connection,
  path: string,
  { contentType, head, tail }: MultipartFrame,
  size: number,
): ClientRequest {
  const address = new URL(`${url}/api/v1${path}`);
  const open = address.protocol === 'https:' ? httpsRequest : httpRequest;
  return open(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json, application/problem+json',
      'content-type': contentType,
      'content-length': head.length + size + tail.length,
      'idempotency-key': randomUUID(),
    },
  });
}

async function* bodyOf(
  frame: MultipartFrame,
  { path, sizeBytes }: FileToSend,
  onSent: (bytes: number) => void,
) {
  yield frame.head;
  let bytes = 0;
  // A file that grows meanwhile is sent as long as it was announced.
  const end = sizeBytes - 1;
  if (sizeBytes > 0)
    for await (const chunk of createReadStream(path, {
      end,
      highWaterMark: READ_BYTES,
    }) as AsyncIterable<Buffer>) {
      yield chunk;
      bytes += chunk.length;
      onSent(bytes);
    }
  if (bytes < sizeBytes) throw new Error('the file became shorter while it was sent');
  yield frame.tail;
}
