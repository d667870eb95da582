import { createHash } from 'node:crypto';

import type { ListedObject, ObjectStore, StrayFile } from '../../platform/storage/object-store.js';
import { PartError } from '../../shared/errors.js';
import { difference, type Difference } from '../domain/difference.js';
import type { DifferenceList } from './difference-list.js';

/** A file so young may belong to work that is under way: its row and event come only after its bytes. */
const YOUNG_MS = 24 * 3600 * 1000;

export interface ObjectCounts {
  readonly objects: number;
  readonly bytes: number;
}

/** Reads every byte of the store and holds it against what events and rows expect. */
export async function verifyObjects(
  store: ObjectStore,
  options: {
    /** Hash to size; undefined where nobody recorded one. */
    expected: ReadonlyMap<string, number | undefined>;
    differences: DifferenceList;
    onProgress: (done: number) => void;
  },
): Promise<ObjectCounts> {
  const { expected, differences } = options;
  const seen = new Set<string>();
  let bytes = 0;
  for await (const object of store.list()) {
    seen.add(object.sha256Hex);
    const read = await checkObject(store, object, expected.get(object.sha256Hex));
    differences.add(...read.differences);
    bytes += read.sizeBytes;
    if (!expected.has(object.sha256Hex)) {
      differences.add(unexpected(object, 'No event and no row knows this object.'));
    }
    options.onProgress(seen.size);
  }
  for await (const file of store.listStrays()) {
    differences.add(unexpected(file, 'This file is no object: its name or place is wrong.'));
  }
  for (const [sha256Hex, sizeBytes] of expected) {
    if (seen.has(sha256Hex)) continue;
    const values = { expected: sizeBytes === undefined ? 'present' : `${sizeBytes} bytes`, found: 'nothing' };
    differences.add(difference('V001', `object ${sha256Hex}`, 'It is not in the store.', values));
  }
  return { objects: seen.size, bytes };
}

async function checkObject(
  store: ObjectStore,
  object: ListedObject,
  expectedBytes: number | undefined,
): Promise<{ differences: Difference[]; sizeBytes: number }> {
  const subject = `object ${object.sha256Hex}`;
  try {
    const { sha256Hex, sizeBytes } = await digest(store, object.sha256Hex);
    const differences: Difference[] = [];
    if (sha256Hex !== object.sha256Hex) {
      const values = { expected: object.sha256Hex, found: sha256Hex };
      differences.push(difference('V002', subject, 'Its bytes were changed.', values));
    }
    if (expectedBytes !== undefined && sizeBytes !== expectedBytes) {
      const values = { expected: expectedBytes, found: sizeBytes };
      differences.push(difference('V003', subject, 'It has another size than recorded.', values));
    }
    return { differences, sizeBytes };
  } catch (error) {
    // One unreadable object must not keep the others from being looked at.
    const reason = error instanceof PartError ? error.publicMessage : errorText(error);
    return {
      differences: [difference('V004', subject, 'It cannot be read.', { found: reason })],
      sizeBytes: 0,
    };
  }
}

async function digest(store: ObjectStore, name: string): Promise<{ sha256Hex: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of await store.read(name)) {
    hash.update(chunk as Buffer);
    sizeBytes += (chunk as Buffer).length;
  }
  return { sha256Hex: hash.digest('hex'), sizeBytes };
}

function unexpected(file: StrayFile & { sha256Hex?: string }, message: string): Difference {
  const young = Date.now() - file.modifiedAt.getTime() < YOUNG_MS;
  const subject = file.sha256Hex === undefined ? `file ${file.path}` : `object ${file.sha256Hex}`;
  const values = { found: `${file.sizeBytes} bytes of ${file.modifiedAt.toISOString()}` };
  return difference('V041', subject, message, values, young ? 'warning' : 'error');
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
