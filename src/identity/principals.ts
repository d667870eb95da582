import { Injectable } from '@nestjs/common';
import type { NotificationListener } from '../platform/db/notifications.js';
import { InjectNotifications } from '../platform/platform.tokens.js';
import { hashSecret, type Credential } from './credential.js';
import type { Principal } from './principal.js';
import { SessionRepository } from './session.repository.js';
import { TokenRepository } from './token.repository.js';

interface Remembered {
  readonly principal: Principal;
  readonly untilMs: number;
}

const MOST_REMEMBERED = 5_000;
/** A session in use is written down as seen each time it is asked for anew; longer would blur the end of an idle one. */
const SESSION_REMEMBERED_MS = 60_000;

/** Credential → principal, remembered until the database says that a token, a session or a membership changed. */
@Injectable()
export class Principals {
  readonly #known = new Map<string, Remembered>();
  #generation = 0;

  constructor(
    private readonly tokens: TokenRepository,
    private readonly sessions: SessionRepository,
    @InjectNotifications() private readonly notifications: NotificationListener,
  ) {
    notifications.on('token_changed', () => this.forget());
  }

  forget(): void {
    this.#generation += 1;
    this.#known.clear();
  }

  /** Synchronous when remembered, so that pollers cost no query. */
  recall(credential: Credential): Principal | undefined {
    const known = this.#known.get(keyOf(credential));
    // Deaf to revocations while the listening connection is away: ask the database each time.
    if (known === undefined || !this.notifications.connected || known.untilMs <= Date.now()) return undefined;
    return known.principal;
  }

  async resolve(credential: Credential): Promise<Principal | undefined> {
    const generation = this.#generation;
    const found = await this.#find(credential);
    if (found === undefined) return undefined;
    if (generation === this.#generation) {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      this.#known.set(keyOf(credential), found);
    }
    return found.principal;
  }

  async #find({ kind, secret }: Credential): Promise<Remembered | undefined> {
    const asSession = kind === 'session';
    const found = await (asSession
      ? this.sessions.findPrincipal(hashSecret(secret))
      : this.tokens.findPrincipal(hashSecret(secret)));
    if (found === undefined) return undefined;
    const { expiresAt, ...principal } = found;
    const endMs = expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
    return { principal, untilMs: asSession ? Math.min(endMs, Date.now() + SESSION_REMEMBERED_MS) : endMs };
  }
}

function keyOf({ kind, secret }: Credential): string {
  return `${kind} ${secret}`;
}
