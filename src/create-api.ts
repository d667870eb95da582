import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ApiResources } from './api-resources.js';
import { AppModule } from './app.module.js';
import { EVIDENCE_FILE_BYTES } from './findings/index.js';
import { tagReads } from './platform/http/entity-tag.js';
import { ApiDescription, openApiDocument } from './platform/http/openapi.js';
import { toProblem } from './platform/http/problem.filter.js';
import { PROBLEM_CONTENT_TYPE } from './platform/http/problem.js';
import { serveWebPage } from './platform/http/web-page.js';
import { NestLogger } from './platform/telemetry/nest-logger.js';

const JSON_BODY_BYTES = 256 * 1024;
const BATCH_BODY_BYTES = 8 * 1024 * 1024;
export const API_PREFIX = 'api/v1';

/** The HTTP application, not yet listening. */
export async function createApi(resources: ApiResources): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_BODY_BYTES,
    // No request log: addresses and links of those who ask are nobody's business.
    logger: false,
    // Sign-in attempts are counted by address: behind a proxy all would have the proxy's.
    trustProxy: resources.config.trustedProxies ?? false,
    routerOptions: { maxParamLength: 200 },
    // Errors that arise before a route is known (malformed URL, unparsable request) never reach Nest's filter.
    frameworkErrors: (error: unknown, _request: unknown, reply: FastifyReply) => {
      const answer = toProblem(error);
      void reply
        .status(answer.status)
        .header('content-type', PROBLEM_CONTENT_TYPE)
        .send(JSON.stringify(answer));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(resources), adapter, {
    logger: new NestLogger(resources.logger),
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, {
    exclude: ['healthz', 'readyz', 'metrics'].map((path) => ({ path, method: RequestMethod.GET })),
  });
  await prepareFastify(app.getHttpAdapter().getInstance(), resources.config.maxClipBytes);
  const fastify = app.getHttpAdapter().getInstance();
  if (!(await serveWebPage(fastify)))
    resources.logger.warn('the page in the browser is not built: the API answers alone');
  await app.init();
  app.get(ApiDescription).document = openApiDocument(app);
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

async function prepareFastify(fastify: FastifyInstance, maxClipBytes: number): Promise<void> {
  fastify.addHook('onRoute', (route) => {
    if (route.url.endsWith('/clips/batch')) route.bodyLimit = BATCH_BODY_BYTES;
    if (route.url.endsWith('/clips/:id/files')) route.bodyLimit = EVIDENCE_FILE_BYTES + JSON_BODY_BYTES;
    if (route.url.endsWith('/clips/upload')) route.bodyLimit = maxClipBytes + JSON_BODY_BYTES;
  });
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cross-origin-resource-policy', 'same-origin')
      // A shared cache may keep what was answered to a cookie (RFC 9111 §3.5 speaks of Authorization alone).
      .header('cache-control', 'private, no-cache');
    done();
  });
  // Web Annotation Protocol §5: annotations come as JSON-LD, which is JSON. `error`: no body may set a prototype.
  fastify.addContentTypeParser(
    'application/ld+json',
    { parseAs: 'string', bodyLimit: JSON_BODY_BYTES },
    fastify.getDefaultJsonParser('error', 'error'),
  );
  await fastify.register(fastifyCookie);
  tagReads(fastify);
  await fastify.register(multipart, {
    limits: { fileSize: maxClipBytes, files: 2, fields: 4, fieldSize: JSON_BODY_BYTES, parts: 6 },
    throwFileSizeLimit: false,
  });
}
