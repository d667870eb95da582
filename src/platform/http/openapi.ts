import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

/** `GET /<prefix>/openapi.json`, without a token: the document says nothing that the source does not. */
export function describeApi(app: NestFastifyApplication, prefix: string): void {
  const document = openApiDocument(app);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get(`/${prefix}/openapi.json`, (_request, reply) => reply.send(document));
}

export function openApiDocument(app: NestFastifyApplication): object {
  return SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Sightline')
      .setDescription('Video evidence verification desk')
      .setVersion('1')
      .setOpenAPIVersion('3.1.0')
      .addBearerAuth()
      .build(),
  );
}
