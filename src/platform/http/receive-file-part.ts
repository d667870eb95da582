import { once } from 'node:events';
import type { MultipartFile } from '@fastify/multipart';
import { InvalidInputError, PartError } from '../../shared/errors.js';
import type { ObjectStore, StoredObject } from '../storage/object-store.js';
import { chunksOf } from './multipart.js';

export interface ReceivedPart {
  readonly object: StoredObject;
  readonly fileName: string | null;
}

/**
 * Streams one file of a multipart body into the store, hashing as it comes.
 * @param limits `maxBytes` is where the parser cuts the file off
 * @throws PartError `too_large`; InvalidInputError when it is shorter than `minBytes` or the body ends
 * within it. Nothing of it stays in the store.
 */
export async function receiveFilePart(
  store: ObjectStore,
  part: MultipartFile,
  limits: { readonly minBytes: 0 | 1; readonly maxBytes: number },
): Promise<ReceivedPart> {
  const draft = await store.begin();
  try {
    for await (const chunk of chunksOf(part)) await draft.write(chunk);
    if (part.file.truncated)
      throw new PartError('too_large', `The file is larger than ${limits.maxBytes} bytes.`);
    if (draft.sizeBytes < limits.minBytes) throw malformedPart('file', 'The file is empty.');
    return { object: await draft.seal(), fileName: keptName(part.filename) };
  } finally {
    await draft.discard();
    if (!part.file.readableEnded && !part.file.destroyed) {
      part.file.resume();
      await once(part.file, 'close');
    }
  }
}

export function malformedPart(path: string, message: string): InvalidInputError {
  return new InvalidInputError('invalid_request', message, [{ path, message }]);
}

/** A name is only a label, so what the database cannot hold is left out of it. */
function keptName(name: string): string | null {
  const kept = name.toWellFormed().replaceAll('\0', '').slice(0, 500);
  return kept === '' ? null : kept;
}
