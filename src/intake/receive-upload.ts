import { once } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { chunksOf } from '../platform/http/multipart.js';
import { fieldErrors } from '../platform/http/validation.js';
import type { Config } from '../platform/config/config.js';
import { InjectConfig, InjectObjectStore } from '../platform/platform.tokens.js';
import type { ObjectStore } from '../platform/storage/object-store.js';
import { InvalidInputError, PartError } from '../shared/errors.js';
import type { Upload } from './submit-clip.js';
import { UploadSubmission } from './submission.contract.js';

export interface ReceivedUpload {
  readonly submission: UploadSubmission;
  readonly upload: Upload;
}

/** Streams the file of a multipart body into the store, hashing as it comes, whatever order the parts have. */
@Injectable()
export class ReceiveUpload {
  constructor(
    @InjectConfig() private readonly config: Config,
    @InjectObjectStore() private readonly store: ObjectStore,
  ) {}

  async execute(parts: AsyncIterable<Multipart>): Promise<ReceivedUpload> {
    let upload: Upload | undefined;
    let submission: UploadSubmission | undefined;
    for await (const part of parts) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file' || upload !== undefined) throw unexpectedPart(part.fieldname);
        upload = await this.#receive(part);
      } else {
        if (part.fieldname !== 'submission' || submission !== undefined) throw unexpectedPart(part.fieldname);
        submission = parseSubmission(part.value);
      }
    }
    if (upload === undefined) throw missing('file', 'The multipart body has no part "file".');
    return { upload, submission: submission ?? parseSubmission('{}') };
  }

  async #receive(part: MultipartFile): Promise<Upload> {
    const draft = await this.store.begin();
    try {
      for await (const chunk of chunksOf(part)) await draft.write(chunk);
      if (part.file.truncated) {
        throw new PartError('too_large', `The file is larger than ${this.config.maxClipBytes} bytes.`);
      }
      return { object: await draft.seal(), fileName: keptName(part.filename) };
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

function parseSubmission(value: unknown): UploadSubmission {
  const parsed = UploadSubmission.safeParse(parseJson(value));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    'invalid_request',
    'Some fields of the submission are not acceptable.',
    parsed.error.issues
      .flatMap(fieldErrors)
      .map(({ path, message }) => ({ path: `submission.${path}`, message })),
  );
}

function parseJson(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw missing('submission', 'The field "submission" is not JSON.');
  }
}

function unexpectedPart(name: string): InvalidInputError {
  return missing(name, 'The body may have one part "file" and one field "submission".');
}

function missing(path: string, message: string): InvalidInputError {
  return new InvalidInputError('invalid_request', message, [{ path, message }]);
}
