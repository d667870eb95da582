import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseByteRange } from '../platform/http/byte-range.js';
import { noneMatch } from '../platform/http/version-tag.js';
import type { ObjectStore } from '../platform/storage/object-store.js';
import { IntegrityError } from '../shared/errors.js';

export interface Sendable {
  readonly sha256Hex: string;
  readonly mediaType: string;
  readonly fileName: string;
  /** Shown in place by a page of ours (images), or only ever saved. */
  readonly disposition: 'attachment' | 'inline';
}

/**
 * Streams an object with ranges, a strong ETag and `Repr-Digest` (RFC 9530). Hostile bytes are never rendered in our origin:
 * nosniff, a sandboxing CSP and attachment, except for the JPEGs that we made ourselves.
 */
export async function sendObject(
  store: ObjectStore,
  request: FastifyRequest,
  reply: FastifyReply,
  object: Sendable,
): Promise<void> {
  const size = await store.size(object.sha256Hex);
  if (size === undefined)
    throw new IntegrityError('The object is missing from the store.', { sha256: object.sha256Hex });
  const etag = `"${object.sha256Hex}"`;
  void reply
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('repr-digest', `sha-256=:${Buffer.from(object.sha256Hex, 'hex').toString('base64')}:`)
    .header('content-disposition', `${object.disposition}; filename="${object.fileName}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-cache');
  if (!noneMatch(request.headers['if-none-match'], etag)) {
    await reply.status(304).send();
    return;
  }
  const range = parseByteRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    await reply.status(416).header('content-range', `bytes */${size}`).send();
    return;
  }
  void reply.type(object.mediaType);
  if (range === undefined) void reply.header('content-length', size);
  else {
    void reply
      .status(206)
      .header('content-range', `bytes ${range.start}-${range.end}/${size}`)
      .header('content-length', range.end - range.start + 1);
  }
  await reply.send(await store.read(object.sha256Hex, range));
}
