import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { InvalidInputError } from '../../shared/errors.js';

/** The parts of a multipart body as they come. @throws InvalidInputError `malformed_multipart` for what is none, or ends too early. */
export async function* partsOf(
  request: FastifyRequest,
  limits: { readonly fileSize?: number } = {},
): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits });
  } catch (error) {
    throw asMalformed(error);
  }
}

/** The bytes of a file part. @throws InvalidInputError `malformed_multipart` when the body ends within it. */
export async function* chunksOf(part: MultipartFile): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of part.file) yield chunk as Buffer;
  } catch (error) {
    throw asMalformed(error);
  }
}

/** The parser (busboy) throws plain errors; those of the server and of the connection carry a code. */
function asMalformed(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'Error' || 'code' in error) return error;
  return new InvalidInputError('malformed_multipart', 'The multipart body cannot be read to its end.');
}
