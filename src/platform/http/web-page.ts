import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const BUILT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../web');

/** Paths that programs use: an unknown one is a problem document, never the page. */
const OF_PROGRAMS = /^\/(api|assets|healthz|readyz|metrics)(\/|$)/;

/**
 * Nothing from another host, no inline script, no frame around the page. Styles carry the answer's nonce, because the
 * component library writes some style elements itself; the map draws in workers made from its own code.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Serves the desk in the browser: its files, and the one page for every address that is no program's. Answers false when the
 * page has not been built (the API works without it).
 */
export async function serveWebPage(fastify: FastifyInstance): Promise<boolean> {
  const index = path.join(BUILT, 'index.html');
  if (!existsSync(index)) return false;
  const html = readFileSync(index, 'utf8');
  await fastify.register(fastifyStatic, {
    root: path.join(BUILT, 'assets'),
    prefix: '/assets/',
    index: false,
    // Their names carry a hash of their content.
    immutable: true,
    maxAge: '365d',
    cacheControl: true,
    preCompressed: true,
    decorateReply: false,
    setHeaders: (reply) => {
      void reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  fastify.get('/favicon.svg', (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=86400')
      .type('image/svg+xml')
      .send(readFileSync(path.join(BUILT, 'favicon.svg'))),
  );
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (OF_PROGRAMS.test(request.url)) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    return (
      reply
        .header('content-security-policy', contentSecurityPolicy(nonce))
        .header('cross-origin-opener-policy', 'same-origin')
        .header('x-frame-options', 'DENY')
        .header('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
        // Its nonce is good for this answer alone.
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(html.replace('__NONCE__', nonce))
    );
  });
  return true;
}
