import { Injectable } from '@nestjs/common';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { malformedPart, receiveFilePart, type ReceivedPart } from '../platform/http/receive-file-part.js';
import { InjectObjectStore } from '../platform/platform.tokens.js';
import type { ObjectStore } from '../platform/storage/object-store.js';

export const EVIDENCE_FILE_BYTES = 64 * 1024 * 1024;

export interface ReceivedFile extends ReceivedPart {
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
        throw malformedPart(part.fieldname, 'The body has one part, named "file".');
      received = await this.#receive(part);
    }
    if (received === undefined) throw malformedPart('file', 'The multipart body has no part "file".');
    return received;
  }

  async #receive(part: MultipartFile): Promise<ReceivedFile> {
    const limits = { minBytes: 1, maxBytes: EVIDENCE_FILE_BYTES } as const;
    return { ...(await receiveFilePart(this.store, part, limits)), mediaType: mediaTypeOf(part) };
  }
}

/** Never acted on: such files are served as attachments that no browser may sniff or run. */
function mediaTypeOf({ mimetype }: MultipartFile): string {
  const plain = mimetype.toLowerCase().split(';')[0]?.trim() ?? '';
  return /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/.test(plain) ? plain : 'application/octet-stream';
}
