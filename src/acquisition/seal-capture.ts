import { stat } from 'node:fs/promises';
import type { ObjectStore, StoredObject } from '../platform/storage/object-store.js';
import { canonicalJson } from '../shared/canonical-json.js';
import type { NotMediaError } from './fetchers/fetch-failure.js';
import type { CaptureRecord } from './fetchers/capture-record.js';
import type { Capture, PlatformInfo } from './fetchers/fetcher.js';

export interface SealedArtefact {
  readonly kind: string;
  readonly object: StoredObject;
  readonly mediaType: string;
}

export interface SealedCapture {
  readonly original: StoredObject;
  readonly mediaType: string;
  readonly title: string | null;
  readonly fetcher: string;
  readonly record: CaptureRecord;
  readonly recordObject: StoredObject;
  readonly platform: PlatformInfo | null;
  readonly artefacts: readonly SealedArtefact[];
}

/** Seals the original first: everything after it may fail without touching what was received. */
export async function sealCapture(store: ObjectStore, capture: Capture): Promise<SealedCapture> {
  const original = await capture.draft.seal();
  const artefacts: SealedArtefact[] = [];
  for (const artefact of capture.artefacts) {
    if ((await stat(artefact.path)).size === 0) continue;
    artefacts.push({
      kind: artefact.kind,
      mediaType: artefact.mediaType,
      object: await store.putFile(artefact.path),
    });
  }
  return {
    original,
    mediaType: capture.suggested.mediaType,
    title: capture.platform?.title ?? capture.suggested.fileName ?? null,
    fetcher: capture.fetcher,
    record: capture.record,
    recordObject: await sealJson(store, capture.record),
    platform: capture.platform ?? null,
    artefacts,
  };
}

export interface SealedRefusal {
  readonly received: StoredObject;
  readonly record: CaptureRecord;
  readonly recordObject: StoredObject;
  readonly mediaType: string;
}

/** What was received is no media: kept as received, never as an original. */
export async function sealRefused(store: ObjectStore, error: NotMediaError): Promise<SealedRefusal> {
  try {
    return {
      received: await error.draft.seal(),
      record: error.record,
      recordObject: await sealJson(store, error.record),
      mediaType: error.mediaType,
    };
  } finally {
    await error.draft.discard();
  }
}

/** The canonical JSON text as an object, so that its hash can stand in an event. */
export async function sealJson(store: ObjectStore, value: unknown): Promise<StoredObject> {
  const draft = await store.begin();
  try {
    await draft.write(Buffer.from(canonicalJson(JSON.parse(JSON.stringify(value)))));
    return await draft.seal();
  } finally {
    await draft.discard();
  }
}
