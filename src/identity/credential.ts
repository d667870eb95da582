import { createHash, randomBytes } from 'node:crypto';

/** What a caller shows: an API token, or the value of the browser's session cookie. */
export interface Credential {
  readonly kind: 'token' | 'session';
  readonly secret: string;
}

/** 32 random bytes: nothing to guess, so a plain SHA-256 is enough to keep (no salt, no slow hash). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
