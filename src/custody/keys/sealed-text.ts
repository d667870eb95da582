import type { PrivateVault } from './private-vault.js';

/**
 * A secret as it may lie in a table: nobody reads it who has not the desk's private key, nor in another row's place.
 *
 * @param boundTo the id of what the secret belongs to
 */
export function sealText(vault: PrivateVault, boundTo: string, text: string): string {
  const { sealed, commit } = vault.seal(boundTo, { secret: text });
  return JSON.stringify({
    salt: sealed.salt.toString('base64'),
    nonce: sealed.nonce.toString('base64'),
    ciphertext: sealed.ciphertext.toString('base64'),
    keyId: sealed.keyId,
    commit,
  });
}

/** @param stored what `sealText` gave, parsed. @throws VaultError when it was sealed with another key, for another id, or changed. */
export function unsealText(vault: PrivateVault, boundTo: string, stored: unknown): string {
  const fields = stored as Record<'salt' | 'nonce' | 'ciphertext' | 'keyId' | 'commit', string>;
  const sealed = {
    salt: Buffer.from(fields.salt, 'base64'),
    nonce: Buffer.from(fields.nonce, 'base64'),
    ciphertext: Buffer.from(fields.ciphertext, 'base64'),
    keyId: fields.keyId,
  };
  const { secret } = vault.unseal(boundTo, sealed, fields.commit);
  if (typeof secret !== 'string') throw new TypeError('what was sealed is not a secret');
  return secret;
}
