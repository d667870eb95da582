import { hostname } from 'node:os';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type OnModuleInit,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { ConflictError, InvalidInputError } from '../../shared/errors.js';
import { sha256Hex } from '../../shared/sha256.js';
import type { Database } from '../db/database.js';
import { InjectDatabase } from '../platform.tokens.js';

export interface KeyedRequest {
  readonly headers: object;
  readonly body?: unknown;
  /** With its ids: the same body for another case is another request. */
  readonly url: string;
  readonly principal?: { readonly userId: string } | undefined;
}

const HELD_HEADERS = ['location'] as const;

/**
 * `Idempotency-Key` on creating routes: the first answer is kept and given again to the same request by the same user; the
 * same key with another body is a conflict. A request that failed leaves no trace, so it may be tried again.
 */
@Injectable()
export class Idempotency implements OnModuleInit {
  constructor(@InjectDatabase() private readonly db: Database) {}

  /** Requests that the API of this host was answering when it died will never be finished: their keys are free again. */
  async onModuleInit(): Promise<void> {
    await this.db
      .deleteFrom('idempotency_key')
      .where('status', 'is', null)
      .where('holder', '=', hostname())
      .execute();
  }

  /** @param content what makes two requests the same; by default the request's body */
  async once<Answer>(
    request: KeyedRequest,
    reply: FastifyReply,
    act: () => Promise<Answer>,
    content: unknown = request.body ?? null,
  ): Promise<Answer> {
    const claim = claimOf(request, content);
    if (claim === null) return act();
    const before = await this.#take(claim);
    if (before !== null) {
      void reply.status(before.status);
      for (const [name, value] of Object.entries(before.headers)) void reply.header(name, value);
      return before.body as Answer;
    }
    try {
      const answer = await act();
      await this.#keep(claim, reply, answer);
      return answer;
    } catch (error) {
      await this.#drop(claim);
      throw error;
    }
  }

  async #take(claim: KeyClaim): Promise<KeptAnswer | null> {
    const { numInsertedOrUpdatedRows } = await this.db
      .insertInto('idempotency_key')
      .values({
        user_id: claim.userId,
        key: claim.key,
        request_sha256: claim.requestSha256,
        holder: hostname(),
      })
      .onConflict((conflict) => conflict.columns(['user_id', 'key']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return null;
    const row = await this.db
      .selectFrom('idempotency_key')
      .select(['request_sha256', 'status', 'body', 'headers'])
      .where('user_id', '=', claim.userId)
      .where('key', '=', claim.key)
      .executeTakeFirst();
    if (row === undefined) return this.#take(claim);
    if (row.request_sha256 !== claim.requestSha256) {
      throw new ConflictError('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
    }
    if (row.status === null) {
      throw new ConflictError(
        'request_in_progress',
        'The first request with this Idempotency-Key is still being answered.',
      );
    }
    return { status: row.status, body: row.body, headers: row.headers as Record<string, string> };
  }

  async #keep(claim: KeyClaim, reply: FastifyReply, body: unknown): Promise<void> {
    const headers = Object.fromEntries(
      HELD_HEADERS.flatMap((name) => {
        const value = reply.getHeader(name);
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    await this.db
      .updateTable('idempotency_key')
      .set({ status: reply.statusCode, body: JSON.stringify(body), headers: JSON.stringify(headers) })
      .where('user_id', '=', claim.userId)
      .where('key', '=', claim.key)
      .execute();
  }

  async #drop(claim: KeyClaim): Promise<void> {
    await this.db
      .deleteFrom('idempotency_key')
      .where('user_id', '=', claim.userId)
      .where('key', '=', claim.key)
      .where('status', 'is', null)
      .execute();
  }
}

interface KeyClaim {
  readonly userId: string;
  readonly key: string;
  readonly requestSha256: string;
}

interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

function claimOf(request: KeyedRequest, content: unknown): KeyClaim | null {
  const key: unknown = 'idempotency-key' in request.headers ? request.headers['idempotency-key'] : undefined;
  if (key === undefined || request.principal === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new InvalidInputError(
      'invalid_idempotency_key',
      'Idempotency-Key must be 1 to 200 printable ASCII characters.',
    );
  }
  return {
    userId: request.principal.userId,
    key,
    requestSha256: sha256Hex(JSON.stringify([request.url, content], inOneOrder)),
  };
}

/**
 * Two writings of one body are one request. Not RFC 8785: this is asked before the body is judged, and half a surrogate pair or
 * 1e999, which have no form there, are for the schemas to refuse.
 */
function inOneOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [two]) => (one < two ? -1 : 1)));
}

/** For routes whose body says all: the answer of the handler is kept as it is. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly idempotency: Idempotency) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return from(
      this.idempotency.once(http.getRequest<KeyedRequest>(), http.getResponse<FastifyReply>(), () =>
        lastValueFrom<unknown>(next.handle()),
      ),
    );
  }
}
