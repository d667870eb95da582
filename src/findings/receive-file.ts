import { once } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { chunksOf } from '../platform/http/multipart.js';
import { InjectObjectStore } from '../platform/platform.tokens.js';
import type { ObjectStore, StoredObject } from '../platform/storage/object-store.js';
import { InvalidInputError, PartError } from '../shared/errors.js';

export const EVIDENCE_FILE_BYTES = 64 * 1024 * 1024;

export interface ReceivedFile {
  readonly object: StoredObject;
  readonly fileName: string | null;
  /** As the sender declared it; what cannot be a media type is `application/octet-stream`. */
  readonly mediaType: string;
}

/** Streams the one file of a multipart body into the store, hashing as it comes. */
@Injectable()
export class ReceiveFile {
  constructor(@InjectObjectStore() private readonly store: ObjectStore) {}

  /** @throws PartError `too_large`; InvalidInputError when the body is not exactly one part `file`. */
  async execute(parts: AsyncIterable<Multipart>): Promise<ReceivedFile> {
    let received: ReceivedFile | undefined;
    for await (const part of parts) {
      if (part.type !== 'file' || part.fieldname !== 'file' || received !== undefined)
        throw malformed(part.fieldname, 'The body has one part, named "file".');
      received = await this.#receive(part);
    }
    if (received === undefined) throw malformed('file', 'The multipart body has no part "file".');
    return received;
  }

  async #receive(part: MultipartFile): Promise<ReceivedFile> {
    const draft = await this.store.begin();
    try {
      for await (const chunk of chunksOf(part)) await draft.write(chunk);
      if (part.file.truncated)
        throw new PartError('too_large', `The file is larger than ${EVIDENCE_FILE_BYTES} bytes.`);
      if (draft.sizeBytes === 0) throw malformed('file', 'The file is empty.');
      return { object: await draft.seal(), fileName: keptName(part.filename), mediaType: mediaTypeOf(part) };
    } finally {
      await draft.discard();
      if (!part.file.readableEnded && !part.file.destroyed) {
        part.file.resume();
        await once(part.file, 'close');
      }
    }
  }
}

/** A name is only a label, so what the database cannot hold is left out of it. */
function keptName(name: string): string | null {
  const kept = name.toWellFormed().replaceAll('\0', '').slice(0, 500);
  return kept === '' ? null : kept;
}

/** Never acted on: such files are served as attachments that no browser may sniff or run. */
function mediaTypeOf({ mimetype }: MultipartFile): string {
  const plain = mimetype.toLowerCase().split(';')[0]?.trim() ?? '';
  return /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/.test(plain) ? plain : 'application/octet-stream';
}

function malformed(path: string, message: string): InvalidInputError {
  return new InvalidInputError('invalid_request', message, [{ path, message }]);
}
