import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The generated reference of the HTTP API (OpenAPI 3.1). */
export function openApiDocument(app: INestApplication): object {
  return SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Sightline')
      .setDescription('Video evidence verification desk')
      .setVersion('1')
      .setOpenAPIVersion('3.1.0')
      .addBearerAuth()
      .addSecurityRequirements('bearer')
      .addCookieAuth('sightline_session', undefined, 'session')
      .addSecurityRequirements('session')
      .build(),
  );
}

/** Filled once the application knows its routes; `GET /openapi.json` answers it. */
export class ApiDescription {
  document: object = {};
}
