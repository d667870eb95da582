import { Injectable } from '@nestjs/common';
import type { Multipart } from '@fastify/multipart';
import { malformedPart, receiveFilePart } from '../platform/http/receive-file-part.js';
import { fieldErrors } from '../platform/http/validation.js';
import type { Config } from '../platform/config/config.js';
import { InjectConfig, InjectObjectStore } from '../platform/platform.tokens.js';
import type { ObjectStore } from '../platform/storage/object-store.js';
import { InvalidInputError } from '../shared/errors.js';
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
    const limits = { minBytes: 0, maxBytes: this.config.maxClipBytes } as const;
    let upload: Upload | undefined;
    let submission: UploadSubmission | undefined;
    for await (const part of parts) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file' || upload !== undefined) throw unexpectedPart(part.fieldname);
        upload = await receiveFilePart(this.store, part, limits);
      } else {
        if (part.fieldname !== 'submission' || submission !== undefined) throw unexpectedPart(part.fieldname);
        submission = parseSubmission(part.value);
      }
    }
    if (upload === undefined) throw malformedPart('file', 'The multipart body has no part "file".');
    return { upload, submission: submission ?? parseSubmission('{}') };
  }
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
    throw malformedPart('submission', 'The field "submission" is not JSON.');
  }
}

function unexpectedPart(name: string): InvalidInputError {
  return malformedPart(name, 'The body may have one part "file" and one field "submission".');
}
