import type { Readable } from 'node:stream';

export interface StoredObject {
  readonly sha256Hex: string;
  readonly sha512Hex: string;
  readonly sizeBytes: number;
  /** True when the same bytes were there before: nothing was written a second time. */
  readonly alreadyStored: boolean;
}

/** A preserved object as it lies in the store now; its bytes are not checked by listing. */
export interface ListedObject {
  readonly sha256Hex: string;
  readonly sizeBytes: number;
  readonly path: string;
  readonly modifiedAt: Date;
}

/** A file among the objects that is no object: a wrong name or a wrong place. */
export type StrayFile = Omit<ListedObject, 'sha256Hex'>;

/** Bytes on their way in: hashed while written, invisible until `seal`. */
export interface ObjectDraft {
  readonly sizeBytes: number;
  /** Path of the temporary file, for a look at its first bytes before sealing. */
  readonly path: string;
  write(chunk: Uint8Array): Promise<void>;
  /** fsync, re-read and compare with the running hash, rename into place, fsync the folder, mode 0444. */
  seal(): Promise<StoredObject>;
  /** Removes the temporary file; safe to call after `seal`. */
  discard(): Promise<void>;
}

/**
 * Content-addressed, write-once store: the name of an object is the SHA-256 of its bytes.
 * Failures are `PartError`s `storage_full` (ENOSPC, EDQUOT), `storage_error`, `integrity_mismatch`.
 */
export interface ObjectStore {
  begin(): Promise<ObjectDraft>;
  /** Seals the bytes of an existing file (a derivative in a scratch folder). */
  putFile(path: string): Promise<StoredObject>;
  /** Byte range is inclusive at both ends, as in RFC 9110 §14.1.2. @throws IntegrityError when absent. */
  read(sha256Hex: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Local path for tools to read from; the caller must not write. */
  localPath(sha256Hex: string): Promise<string>;
  size(sha256Hex: string): Promise<number | undefined>;
  /** Every object in the store, in no promised order. */
  list(): AsyncIterable<ListedObject>;
  /** Every file among the objects that `list` cannot name. */
  listStrays(): AsyncIterable<StrayFile>;
  /** Removes drafts that a crash left behind and that are older than the given age. Answers how many. */
  sweepDrafts(olderThanMs: number): Promise<number>;
  /** Throws when the store cannot be written; used by readiness. */
  probe(): Promise<void>;
}
