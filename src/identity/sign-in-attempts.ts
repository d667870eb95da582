import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { PrivateVault } from '../custody/index.js';
import { TooManyRequestsError } from '../platform/http/http-errors.js';
import { InjectDatabasePool } from '../platform/platform.tokens.js';
import { addressGroup } from './domain/address-group.js';

const FAILURES_PER_ACCOUNT = 5;
const FAILURES_PER_ADDRESS = 30;
const WITHIN_SECONDS = 15 * 60;

export interface Attempt {
  /** It was right: the account starts afresh. */
  succeeded(): Promise<void>;
  /** It was no guess: it does not count. */
  withdraw(): Promise<void>;
}

/**
 * Counts failed attempts to prove who one is: 5 an account and 30 an address in 15 minutes, over all API processes. Each counts
 * before it is judged, so that a thousand at once are not all let through. Who and whence are kept as pseudonyms.
 */
@Injectable()
export class SignInAttempts {
  readonly #accounts: RateLimiterPostgres;
  readonly #addresses: RateLimiterPostgres;

  constructor(
    @InjectDatabasePool() pool: Pool,
    private readonly vault: PrivateVault,
  ) {
    const shared = {
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      duration: WITHIN_SECONDS,
    };
    this.#accounts = new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'account',
      points: FAILURES_PER_ACCOUNT,
    });
    this.#addresses = new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'address',
      points: FAILURES_PER_ADDRESS,
    });
  }

  /** @param account null when the attempt names none (a set-up link). @throws TooManyRequestsError `rate_limited`. */
  async begin(account: string | null, ip: string): Promise<Attempt> {
    const address = this.vault.pseudonym('address', addressGroup(ip));
    const key = account === null ? null : this.vault.pseudonym('account', account.toLowerCase());
    await consume(this.#addresses, address);
    if (key !== null) await consume(this.#accounts, key);
    return {
      succeeded: async () => {
        await this.#addresses.reward(address);
        if (key !== null) await this.#accounts.delete(key);
      },
      withdraw: async () => {
        await this.#addresses.reward(address);
        if (key !== null) await this.#accounts.reward(key);
      },
    };
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new TooManyRequestsError(
      'rate_limited',
      'Too many failed attempts; try again later.',
      Math.max(1, Math.ceil(error.msBeforeNext / 1000)),
    );
  }
}
