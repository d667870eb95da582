import {
  applyDecorators,
  createParamDecorator,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, type ApiResponseOptions } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IdempotencyInterceptor } from './idempotency.js';
import { matchesVersion, type ExpectedVersion } from './version-tag.js';

type AnswerSchema = Extract<ApiResponseOptions, { standardSchema?: unknown }>['standardSchema'];

const IfMatchHeader = ApiHeader({ name: 'If-Match', required: false });

/** A `POST` that creates: answers 201 with this, and gives its first answer again to a repeated `Idempotency-Key`. */
export const Creates = (standardSchema: NonNullable<AnswerSchema>) =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({ name: 'Idempotency-Key', required: false }),
    ApiCreatedResponse({ standardSchema }),
  );

/** `If-Match` of a change to the resource `:id`, as a question to ask once its row is locked. The header documents itself. */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): ExpectedVersion => {
    const { headers, params } = context
      .switchToHttp()
      .getRequest<FastifyRequest<{ Params: { id: string } }>>();
    return (version) => matchesVersion(headers['if-match'], params.id, version);
  },
  [
    (target, key) => {
      const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
      if (key !== undefined && method !== undefined) IfMatchHeader(target, key, method);
    },
  ],
);
