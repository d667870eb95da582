import type { Database, Tx } from '../../platform/db/database.js';
import { IntegrityError } from '../../shared/errors.js';
import { sha256Hex } from '../../shared/sha256.js';
import { CustodyLog, type CustodyEntry } from '../custody-log.js';
import { openCheckpoint, signCheckpoint, type Checkpoint } from '../domain/checkpoint.js';
import { CompactRange } from '../domain/compact-range.js';
import { SYSTEM_CHAIN } from '../domain/custody-event.js';
import { leafHash } from '../domain/merkle-hash.js';
import { NoteError, parseVerifier } from '../domain/signed-note.js';
import { PrivateVault } from '../keys/private-vault.js';
import { openSigningKey, readVerifiers, type SigningKey } from '../keys/signing-key.js';
import { CheckpointNotes, type CheckpointCopy } from './checkpoint-notes.js';
import { CheckpointRepository, type CheckpointRow } from './checkpoint.repository.js';

export interface SignedCheckpoint {
  /** How many events it covers: the first `size` of the log. */
  readonly size: number;
  readonly rootHex: string;
  readonly note: string;
}

/**
 * Signs how long the log is and what its Merkle root is, so that a cut-off or rewritten log can be found out by whoever
 * holds the note. Never signs a tree that does not continue the one signed before.
 */
export class CheckpointSigner {
  readonly #repository = new CheckpointRepository();
  readonly #notes: CheckpointNotes;

  private constructor(
    private readonly db: Database,
    private readonly log: CustodyLog,
    private readonly dataDir: string,
    private readonly key: SigningKey,
  ) {
    this.#notes = CheckpointNotes.of(dataDir);
  }

  /** Makes the key at first use. `origin` is the log's public name, without spaces. */
  static async open(options: {
    db: Database;
    dataDir: string;
    origin?: string | undefined;
  }): Promise<CheckpointSigner> {
    const { db, dataDir, origin } = options;
    const log = new CustodyLog(await PrivateVault.open(dataDir));
    return new CheckpointSigner(db, log, dataDir, await openSigningKey(dataDir, origin));
  }

  /**
   * Signs when at least `minNewEvents` were appended since the last checkpoint (which itself does not count); undefined
   * when there is nothing to sign. Safe to call from several processes at once.
   * @throws IntegrityError when the log is shorter than, or differs from, what was signed before: nothing is signed then.
   */
  async signCheckpoint(options: { minNewEvents?: number } = {}): Promise<SignedCheckpoint | undefined> {
    const minNewEvents = Math.max(1, options.minNewEvents ?? 1);
    const { last, signed } = await this.db.transaction().execute(async (tx) => {
      await this.#repository.lockSigners(tx);
      const before = await this.#repository.findLast(tx);
      const size = await this.#repository.findLastSeq(tx);
      if (before !== undefined && size < before.size) throw tooShort(size, before.size);
      const news = await this.#repository.countNewEvents(tx, before?.size ?? 0, minNewEvents);
      if (news < minNewEvents) return { last: before, signed: undefined };
      return { last: before, signed: await this.#signNext(tx, before, size) };
    });
    // A process that died between commit and copy left the copy to the next call.
    if (last !== undefined) await this.#notes.write(last.size, last.note);
    if (signed !== undefined) await this.#notes.write(signed.size, signed.note);
    return signed;
  }

  async #signNext(tx: Tx, before: CheckpointRow | undefined, size: number): Promise<SignedCheckpoint> {
    const range = await this.#trustedRange(before);
    await this.#extend(tx, range, size);
    const root = Buffer.from(range.root());
    const note = signCheckpoint({ origin: this.key.name, size, root }, this.key);
    const signed = { size, rootHex: root.toString('hex'), note };
    const events = await this.log.append(tx, [...this.#keyEntries(before), entryFor(signed)]);
    await this.#repository.append(tx, { size, root, range: range.toBytes(), note }, events.at(-1)?.id ?? '');
    return signed;
  }

  /** The tree as it was signed last: from here on only later events can enter the next root. */
  async #trustedRange(before: CheckpointRow | undefined): Promise<CompactRange> {
    if (before === undefined) return CompactRange.empty();
    const checkpoint = await this.#openOwn(before);
    const range = CompactRange.fromBytes(before.size, before.range);
    if (checkpoint.size !== before.size || !checkpoint.root.equals(range.root())) {
      throw refusal('The stored checkpoint is not the one that was signed.', { size: before.size });
    }
    return range;
  }

  async #extend(tx: Tx, range: CompactRange, size: number): Promise<void> {
    const copy = await this.#notes.findNewest();
    if (size < range.size || (copy !== undefined && size < copy.size)) {
      throw refusal('The log is shorter than a checkpoint of it.', {
        size,
        signed: copy?.size ?? range.size,
      });
    }
    const compare = await this.#comparison(copy);
    compare(range);
    for await (const page of this.#repository.listLeaves(tx, range.size, size)) {
      for (const row of page) {
        const leaf = leafHash(row.canonical);
        if (row.seq !== range.size + 1 || !leaf.equals(row.leaf)) {
          throw refusal('The log has a gap or a changed event.', { seq: row.seq });
        }
        range.append(leaf);
        compare(range);
      }
    }
    if (range.size !== size) throw refusal('The log has a gap.', { seq: range.size + 1 });
  }

  /** Holds the growing tree against the newest copy, when it comes to its size. */
  async #comparison(copy: CheckpointCopy | undefined): Promise<(range: CompactRange) => void> {
    if (copy === undefined) return () => undefined;
    const checkpoint = await this.#openOwn(copy);
    return (range) => {
      if (range.size !== copy.size) return;
      if (checkpoint.size === copy.size && checkpoint.root.equals(range.root())) return;
      throw refusal('The log is not the one that an earlier checkpoint was signed for.', { size: copy.size });
    };
  }

  async #openOwn(signed: { note: string; size: number }): Promise<Checkpoint> {
    try {
      const checkpoint = openCheckpoint(signed.note, await readVerifiers(this.dataDir));
      if (checkpoint.origin === this.key.name) return checkpoint;
    } catch (error) {
      if (!(error instanceof NoteError)) throw error;
    }
    throw refusal('An earlier checkpoint is not signed by this log.', { size: signed.size });
  }

  /** The log itself names each key that signs it. */
  #keyEntries(before: CheckpointRow | undefined): CustodyEntry[] {
    const own = parseVerifier(this.key.verifierText);
    const keyId = own.keyId.toString('hex');
    if (before !== undefined && isSignedBy(before.note, this.key.verifierText)) return [];
    const body = { purpose: 'checkpoint', keyId, publicKey: this.key.verifierText } as const;
    return [{ chain: SYSTEM_CHAIN, action: 'key.created', actor: 'system', body }];
  }
}

function entryFor(signed: SignedCheckpoint): CustodyEntry {
  const body = { size: signed.size, root: signed.rootHex, noteSha256: sha256Hex(signed.note) };
  return { chain: SYSTEM_CHAIN, action: 'checkpoint.signed', actor: 'system', body };
}

function isSignedBy(note: string, verifier: string): boolean {
  try {
    openCheckpoint(note, [parseVerifier(verifier)]);
    return true;
  } catch (error) {
    if (error instanceof NoteError) return false;
    throw error;
  }
}

function tooShort(size: number, signedSize: number): IntegrityError {
  return refusal('The log is shorter than a checkpoint of it.', { size, signedSize });
}

function refusal(sentence: string, details: Record<string, unknown>): IntegrityError {
  return new IntegrityError(`${sentence} Nothing was signed.`, details);
}
