import { randomBytes } from 'node:crypto';

/** Standard Webhooks: 24 to 64 random bytes, `whsec_` and base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
