import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';

/**
 * C2SP signed-note: text, an empty line, then `— <name> <base64(key id ‖ signature)>` lines.
 * Readable by people and by any transparency-log tool.
 */
export interface NoteSigner {
  /** Name that signature lines carry; for a log, its origin. */
  readonly name: string;
  readonly privateKey: KeyObject;
}

export interface NoteVerifier {
  readonly name: string;
  readonly keyId: Buffer;
  readonly publicKey: KeyObject;
}

export class NoteError extends Error {
  override readonly name = 'NoteError';
}

const ED25519 = Buffer.from([1]);
const KEY_ID_BYTES = 4;
/** SubjectPublicKeyInfo of an Ed25519 key before its 32 bytes (RFC 8410 §4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE_LINE = /^— (?<name>[^\s+]+) (?<base64>[A-Za-z0-9+/]+={0,2})$/u;

export function isNoteName(name: string): boolean {
  return /^[^\s+]+$/u.test(name);
}

/** The verifier's text form `<name>+<key id>+<base64(algorithm ‖ public key)>`, safe to publish. */
export function verifierText(signer: NoteSigner): string {
  const key = Buffer.concat([ED25519, rawPublicKey(signer.privateKey)]);
  return `${signer.name}+${keyIdOf(signer.name, key).toString('hex')}+${key.toString('base64')}`;
}

/** @throws NoteError when the text is no Ed25519 verifier key. */
export function parseVerifier(text: string): NoteVerifier {
  const [, name, keyIdHex, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text.trim()) ?? [];
  if (name === undefined || keyIdHex === undefined || base64 === undefined)
    throw new NoteError('not a verifier key');
  const key = Buffer.from(base64, 'base64');
  const keyId = keyIdOf(name, key);
  if (key.length !== 33 || key[0] !== ED25519[0]) throw new NoteError('not an Ed25519 verifier key');
  if (keyId.toString('hex') !== keyIdHex) throw new NoteError('the verifier key does not match its key id');
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, key.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return { name, keyId, publicKey };
}

/** @param text one or more whole lines, each ended by a newline. @throws NoteError when it is not. */
export function signNote(text: string, signer: NoteSigner): string {
  if (!text.endsWith('\n') || text.includes('\n\n')) throw new NoteError('a note is whole, non-empty lines');
  if (!isNoteName(signer.name)) throw new NoteError('a signer name has no spaces and no plus sign');
  const keyId = keyIdOf(signer.name, Buffer.concat([ED25519, rawPublicKey(signer.privateKey)]));
  const signature = sign(null, Buffer.from(text, 'utf8'), signer.privateKey);
  return `${text}\n— ${signer.name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
}

/**
 * The signed text of a note that at least one of the verifiers has signed. Signatures by unknown keys are ignored, as
 * the format asks.
 * @throws NoteError when none of them signed it, when one of their signatures is wrong, or when it is no note.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): string {
  const { text, signatures } = splitNote(note);
  let signed = false;
  for (const { name, bytes } of signatures) {
    const keyId = bytes.subarray(0, KEY_ID_BYTES);
    const known = verifiers.find((verifier) => verifier.name === name && verifier.keyId.equals(keyId));
    if (known === undefined) continue;
    if (!verify(null, Buffer.from(text, 'utf8'), known.publicKey, bytes.subarray(KEY_ID_BYTES))) {
      throw new NoteError(`the signature by ${name} is wrong`);
    }
    signed = true;
  }
  if (!signed) throw new NoteError('no known key has signed this');
  return text;
}

function splitNote(note: string): { text: string; signatures: { name: string; bytes: Buffer }[] } {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n')) throw new NoteError('not a signed note');
  const lines = note.slice(gap + 2, -1).split('\n');
  const signatures = lines.map((line) => {
    const { name, base64 } = SIGNATURE_LINE.exec(line)?.groups ?? {};
    if (name === undefined || base64 === undefined) throw new NoteError('not a signature line');
    const bytes = Buffer.from(base64, 'base64');
    // Base64 has several spellings of one value; a log entry must have one.
    if (bytes.toString('base64') !== base64) throw new NoteError('not a signature line');
    return { name, bytes };
  });
  return { text: note.slice(0, gap + 1), signatures };
}

function keyIdOf(name: string, key: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), key]), 'buffer').subarray(
    0,
    KEY_ID_BYTES,
  );
}

function rawPublicKey(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);
}
