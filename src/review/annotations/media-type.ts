import type { FastifyReply, FastifyRequest } from 'fastify';
import { ANNO_CONTEXT } from './annotation.contract.js';

const JSON_LD = `application/ld+json; profile="${ANNO_CONTEXT}"`;

/** The same bytes are both JSON and JSON-LD (Web Annotation Protocol §3.2); they are called JSON-LD when that is asked for. */
export function sayMediaType(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('vary', 'accept');
  if (prefersJsonLd(request.headers.accept ?? '')) void reply.header('content-type', JSON_LD);
}

export function prefersJsonLd(accept: string): boolean {
  const weight = (type: string) =>
    Math.max(
      0,
      ...accept.split(',').flatMap((range) => {
        const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
        const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
        return name === type ? [Number(q ?? 1)] : [];
      }),
    );
  const asked = weight('application/ld+json');
  return asked > 0 && asked >= weight('application/json');
}
