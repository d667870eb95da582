import { HASH_BYTES } from './merkle-hash.js';
import { NoteError, openNote, signNote, type NoteSigner, type NoteVerifier } from './signed-note.js';

/** C2SP tlog-checkpoint: which log, how many events, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export function checkpointText(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root.toString('base64')}\n`;
}

/** A log's signature line carries its origin as the name. */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  if (checkpoint.origin !== signer.name) throw new NoteError('the signer has another origin');
  return signNote(checkpointText(checkpoint), signer);
}

/** @throws NoteError when the note is unsigned, wrongly signed, or no checkpoint. */
export function openCheckpoint(note: string, verifiers: readonly NoteVerifier[]): Checkpoint {
  return parseCheckpoint(openNote(note, verifiers));
}

/** Reads the signed text without looking at signatures. @throws NoteError when it is no checkpoint. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, sizeText, rootText] = text.split('\n');
  if (origin === undefined || origin === '' || rootText === undefined)
    throw new NoteError('not a checkpoint');
  const size = Number(sizeText);
  const root = Buffer.from(rootText, 'base64');
  if (!Number.isSafeInteger(size) || String(size) !== sizeText || size < 0)
    throw new NoteError('not a tree size');
  if (root.length !== HASH_BYTES || root.toString('base64') !== rootText)
    throw new NoteError('not a root hash');
  return { origin, size, root };
}
