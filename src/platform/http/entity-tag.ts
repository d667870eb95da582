import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { noneMatch } from './version-tag.js';

/**
 * Strong entity tags on what is read, and 304 to whoever has it already. Only on answers of 200 to GET and HEAD: a refusal
 * must stay a refusal whatever condition came with it (RFC 9110 §13.2.1), and what a POST answers is no representation that
 * a later read could be compared with.
 */
export function tagReads(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!['GET', 'HEAD'].includes(request.method) || reply.statusCode !== 200) return done(null, payload);
    // Streams bring their own tag and have been compared with it.
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return done(null, payload);
    const given = reply.getHeader('etag');
    const tag = typeof given === 'string' ? given : tagOf(payload);
    void reply.header('etag', tag);
    if (noneMatch(request.headers['if-none-match'], tag)) return done(null, payload);
    void reply.code(304);
    return done(null, '');
  });
}

function tagOf(payload: string | Buffer): string {
  return `"${createHash('sha256').update(payload).digest('base64')}"`;
}
