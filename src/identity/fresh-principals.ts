import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { Principals } from './principals.js';

/**
 * For routes that change who may do what: this process forgets what it remembers before it answers. The database tells the
 * others, and would tell us, but perhaps after the caller's next request: a case just opened would not be theirs yet.
 */
@Injectable()
export class FreshPrincipals implements NestInterceptor {
  constructor(private readonly principals: Principals) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.switchToHttp().getRequest<FastifyRequest>().method === 'GET') return next.handle();
    return next.handle().pipe(tap(() => this.principals.forget()));
  }
}
