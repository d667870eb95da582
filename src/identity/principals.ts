import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NotificationListener } from '../platform/db/notifications.js';
import { InjectNotifications } from '../platform/platform.tokens.js';
import type { Principal } from './principal.js';
import { TokenRepository } from './token.repository.js';

interface Remembered {
  readonly principal: Principal;
  readonly expiresAtMs: number;
}

const MOST_REMEMBERED = 5_000;

/** Token → principal, remembered until the database says that a token or a membership changed. */
@Injectable()
export class Principals {
  readonly #known = new Map<string, Remembered>();
  #generation = 0;

  constructor(
    private readonly tokens: TokenRepository,
    @InjectNotifications() private readonly notifications: NotificationListener,
  ) {
    notifications.on('token_changed', () => this.forget());
  }

  forget(): void {
    this.#generation += 1;
    this.#known.clear();
  }

  /** Synchronous when remembered, so that pollers cost no query. */
  recall(token: string): Principal | undefined {
    const known = this.#known.get(token);
    // Deaf to revocations while the listening connection is away: ask the database each time.
    if (known === undefined || !this.notifications.connected || known.expiresAtMs <= Date.now())
      return undefined;
    return known.principal;
  }

  async resolve(token: string): Promise<Principal | undefined> {
    const generation = this.#generation;
    const found = await this.tokens.findPrincipal(hashToken(token));
    if (found === undefined) return undefined;
    const { expiresAt, ...principal } = found;
    if (generation === this.#generation) {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      this.#known.set(token, { principal, expiresAtMs: expiresAt?.getTime() ?? Number.POSITIVE_INFINITY });
    }
    return principal;
  }
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
