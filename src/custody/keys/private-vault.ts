import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import path from 'node:path';

import { canonicalJson } from '../../shared/canonical-json.js';
import type { JsonObject } from '../domain/custody-event.js';
import { readIfPresent, readOrCreateFile } from './secret-file.js';

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SealedPayload {
  /** Of 32 random bytes: without it a commitment to a name or a link could be guessed. */
  readonly salt: Buffer;
  readonly nonce: Buffer;
  /** AES-256-GCM, its 16-byte tag at the end. */
  readonly ciphertext: Buffer;
  readonly keyId: string;
}

export class VaultError extends Error {
  override readonly name = 'VaultError';
}

/** Keeps the private payloads of custody events: encrypted, with a salted commitment that the public event carries. */
export class PrivateVault {
  readonly keyId: string;

  private constructor(private readonly key: Buffer) {
    this.keyId = hash('sha256', Buffer.concat([Buffer.from('sightline private key\n'), key])).slice(0, 16);
  }

  /** Reads `DATA_DIR/keys/custody-private.key`, or makes it (mode 0400). @throws VaultError when it is damaged. */
  static async open(dataDir: string): Promise<PrivateVault> {
    const text = await readOrCreateFile(vaultFile(dataDir), 0o400, () =>
      Buffer.from(`${randomBytes(32).toString('base64')}\n`),
    );
    return PrivateVault.#read(text);
  }

  /** As `open`, but makes nothing: undefined when there is no key. */
  static async openExisting(dataDir: string): Promise<PrivateVault | undefined> {
    const text = await readIfPresent(vaultFile(dataDir));
    return text === undefined ? undefined : PrivateVault.#read(text);
  }

  static #read(text: Buffer): PrivateVault {
    const key = Buffer.from(text.toString('ascii').trim(), 'base64');
    if (key.length !== 32) throw new VaultError('the key of private payloads is damaged');
    return new PrivateVault(key);
  }

  /** @returns the payload as it is stored, and the commitment SHA-256(salt ‖ RFC 8785 text) in hexadecimal. */
  seal(eventId: string, payload: JsonObject): { sealed: SealedPayload; commit: string } {
    const text = Buffer.from(canonicalJson(payload), 'utf8');
    const salt = randomBytes(SALT_BYTES);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(eventId));
    const ciphertext = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    return { sealed: { salt, nonce, ciphertext, keyId: this.keyId }, commit: commitTo(salt, text) };
  }

  /** @throws VaultError when it was sealed with another key or for another event, changed, or is not what was committed to. */
  unseal(eventId: string, sealed: SealedPayload, commit: string): JsonObject {
    if (sealed.keyId !== this.keyId) throw new VaultError('it was sealed with another key');
    const text = this.#decrypt(eventId, sealed);
    if (
      !timingSafeEqual(Buffer.from(commitTo(sealed.salt, text)), Buffer.from(commit.padEnd(64).slice(0, 64)))
    ) {
      throw new VaultError('it is not what the event committed to');
    }
    return JSON.parse(text.toString('utf8')) as JsonObject;
  }

  /** Tells equal texts from different ones without holding them; useless to whoever has the tables but not the key. */
  pseudonym(purpose: string, text: string): string {
    return createHmac('sha256', this.key)
      .update(canonicalJson([purpose, text]))
      .digest('hex');
  }

  #decrypt(eventId: string, { nonce, ciphertext }: SealedPayload): Buffer {
    try {
      const decipher = createDecipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(eventId))
        .setAuthTag(ciphertext.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new VaultError('it was changed, or belongs to another event', { cause });
    }
  }
}

function commitTo(salt: Uint8Array, text: Uint8Array): string {
  return hash('sha256', Buffer.concat([salt, text]));
}

function vaultFile(dataDir: string): string {
  return path.join(dataDir, 'keys', 'custody-private.key');
}
