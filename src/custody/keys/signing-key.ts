import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto';
import { rename } from 'node:fs/promises';
import path from 'node:path';

import { newId } from '../../shared/ids.js';
import {
  isNoteName,
  NoteError,
  parseVerifier,
  verifierText,
  type NoteSigner,
  type NoteVerifier,
} from '../domain/signed-note.js';
import { readIfPresent, readOrCreateFile } from './secret-file.js';

export interface SigningKey extends NoteSigner {
  /** What others verify with; also a line of `keys/custody-log.pub`. */
  readonly verifierText: string;
}

/**
 * The log's Ed25519 key, `DATA_DIR/keys/custody-log.key` (PEM, mode 0400), made when missing; its public half is added to
 * `keys/custody-log.pub`, where the halves of earlier keys stay.
 * @param origin the log's name; default: the one used before, else `sightline/<from the key>`
 */
export async function openSigningKey(dataDir: string, origin?: string): Promise<SigningKey> {
  const pem = await readOrCreateFile(path.join(dataDir, 'keys', 'custody-log.key'), 0o400, () =>
    Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })),
  );
  const privateKey = createPrivateKey(pem);
  const known = await readVerifiers(dataDir);
  const name = origin ?? known.at(-1)?.name ?? `sightline/${logIdOf(privateKey)}`;
  if (!isNoteName(name)) throw new NoteError('the name of the custody log has a space or a plus sign');
  const text = verifierText({ name, privateKey });
  await addVerifier(dataDir, text);
  return { name, privateKey, verifierText: text };
}

/** The keys that checkpoints may be signed with, oldest first; none when the file is missing. */
export async function readVerifiers(dataDir: string): Promise<NoteVerifier[]> {
  return (await verifierLines(dataDir)).map(parseVerifier);
}

async function verifierLines(dataDir: string): Promise<string[]> {
  const text = (await readIfPresent(publicFile(dataDir)))?.toString('utf8') ?? '';
  return text.split('\n').filter((line) => line.trim() !== '');
}

async function addVerifier(dataDir: string, text: string): Promise<void> {
  const lines = await verifierLines(dataDir);
  if (lines.includes(text)) return;
  const next = `${publicFile(dataDir)}.${newId()}.new`;
  await readOrCreateFile(next, 0o444, () => Buffer.from([...lines, text, ''].join('\n')));
  await rename(next, publicFile(dataDir));
}

function logIdOf(privateKey: KeyObject): string {
  return hash('sha256', createPublicKey(privateKey).export({ format: 'der', type: 'spki' })).slice(0, 16);
}

function publicFile(dataDir: string): string {
  return path.join(dataDir, 'keys', 'custody-log.pub');
}
