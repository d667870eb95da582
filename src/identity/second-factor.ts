import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { PrivateVault } from '../custody/index.js';
import type { Executor } from '../platform/db/database.js';
import { UnauthenticatedError } from '../platform/http/http-errors.js';
import { TotpRepository } from './totp.repository.js';
import type { UserRow } from './user.repository.js';

const PERIOD_SECONDS = 30;
/** RFC 6238 §5.2: one step either way for clocks that differ. */
const WINDOW = 1;

const Sealed = z.object({
  salt: z.base64(),
  nonce: z.base64(),
  ciphertext: z.base64(),
  keyId: z.string(),
  commit: z.string(),
});

/** One-time codes by time (RFC 6238): the secret is kept sealed, and no code is taken twice. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly vault: PrivateVault,
    private readonly totps: TotpRepository,
  ) {}

  /** Makes a secret that counts once a code of it was shown. */
  async begin(
    tx: Executor,
    user: { readonly id: string; readonly email: string | null; readonly name: string },
  ): Promise<{ secret: string; uri: string }> {
    const secret = new Secret({ size: 20 });
    const { sealed, commit } = this.vault.seal(sealedFor(user.id), { secret: secret.base32 });
    await this.totps.setPending(tx, user.id, {
      salt: sealed.salt.toString('base64'),
      nonce: sealed.nonce.toString('base64'),
      ciphertext: sealed.ciphertext.toString('base64'),
      keyId: sealed.keyId,
      commit,
    });
    return { secret: secret.base32, uri: generator(secret, user.email ?? user.name).toString() };
  }

  /** What a sign-in's code proves. A code that is taken is used up. */
  async judge(user: UserRow, code: string | undefined): Promise<'right' | 'missing' | 'wrong'> {
    if (user.totp_confirmed_at === null) return 'right';
    if (code === undefined) return 'missing';
    return (await this.take(user, code)) ? 'right' : 'wrong';
  }

  /** True once for each code of the user's secret, confirmed or pending. */
  async take(user: UserRow, code: string, on?: Executor): Promise<boolean> {
    if (user.totp_secret === null) return false;
    const now = Date.now();
    const delta = generator(this.#unseal(user), '').validate({ token: code, timestamp: now, window: WINDOW });
    if (delta === null) return false;
    return this.totps.useStep(user.id, Math.floor(now / 1000 / PERIOD_SECONDS) + delta, on);
  }

  required(): UnauthenticatedError {
    return new UnauthenticatedError('totp_required', 'Give the code of your second factor as well.');
  }

  #unseal(user: UserRow): Secret {
    const { commit, keyId, ...bytes } = Sealed.parse(user.totp_secret);
    const opened = this.vault.unseal(
      sealedFor(user.id),
      {
        keyId,
        salt: Buffer.from(bytes.salt, 'base64'),
        nonce: Buffer.from(bytes.nonce, 'base64'),
        ciphertext: Buffer.from(bytes.ciphertext, 'base64'),
      },
      commit,
    );
    return Secret.fromBase32(z.string().parse(opened['secret']));
  }
}

function generator(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: 'Sightline', label, secret, digits: 6, period: PERIOD_SECONDS });
}

function sealedFor(userId: string): string {
  return `totp ${userId}`;
}
