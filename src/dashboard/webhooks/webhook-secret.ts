import { randomBytes } from 'node:crypto';
import type { PrivateVault } from '../../custody/index.js';

/** Standard Webhooks: 24 to 64 random bytes, `whsec_` and base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** The form in which a secret lies in the database: nobody signs with it who has not the desk's private key. */
export function sealSecret(vault: PrivateVault, webhookId: string, secret: string): string {
  const { sealed, commit } = vault.seal(webhookId, { secret });
  return JSON.stringify({
    salt: sealed.salt.toString('base64'),
    nonce: sealed.nonce.toString('base64'),
    ciphertext: sealed.ciphertext.toString('base64'),
    keyId: sealed.keyId,
    commit,
  });
}

/** @throws VaultError when it was sealed with another key, for another webhook, or changed. */
export function unsealSecret(vault: PrivateVault, webhookId: string, stored: unknown): string {
  const fields = stored as Record<'salt' | 'nonce' | 'ciphertext' | 'keyId' | 'commit', string>;
  const sealed = {
    salt: Buffer.from(fields.salt, 'base64'),
    nonce: Buffer.from(fields.nonce, 'base64'),
    ciphertext: Buffer.from(fields.ciphertext, 'base64'),
    keyId: fields.keyId,
  };
  const { secret } = vault.unseal(webhookId, sealed, fields.commit);
  if (typeof secret !== 'string') throw new TypeError('what was sealed is not a secret');
  return secret;
}
