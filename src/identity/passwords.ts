import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import type { PrivateVault } from '../custody/index.js';
import { InvalidInputError } from '../shared/errors.js';
import { newSecret } from './credential.js';
import { normalPassword, passwordFault } from './domain/password-rules.js';

/** argon2id at OWASP's first choice: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** More at once would take all of libuv's threads, and with them every file access of the process. */
const MOST_AT_ONCE = 4;

/** Passwords as PHC strings of argon2id. */
@Injectable()
export class Passwords {
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #decoy: Promise<string> | undefined;

  /** @throws InvalidInputError at `path` when the password may not be taken. */
  check(password: string, person: { email: string | null; name: string }, path = 'password'): void {
    const fault = passwordFault(password, person);
    if (fault === undefined) return;
    throw new InvalidInputError('invalid_request', 'The password is not acceptable.', [
      { path, message: fault },
    ]);
  }

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(normalPassword(password), COST));
  }

  /** As slow for people who are unknown or have no password (`null`) as for the others: time must not tell which. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    this.#decoy ??= this.hash(newSecret());
    const against = passwordHash ?? (await this.#decoy);
    const same = await this.#inTurn(() => verify(against, normalPassword(password)));
    return same && passwordHash !== null;
  }

  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The place goes to whoever waits longest, or is free.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}

/** Tells whether a repeated request brought the same password. */
export function passwordFingerprint(vault: PrivateVault, password: string): string {
  return vault.pseudonym('password', normalPassword(password));
}
