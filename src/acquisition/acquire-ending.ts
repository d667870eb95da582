import {
  ArtefactRepository,
  ClipRepository,
  type Attempt,
  type PartEnding,
  type PartProblem,
} from '../clips/worker.js';
import type { CustodyEntry } from '../custody/index.js';
import type { Database, Tx } from '../platform/db/database.js';
import type { ObjectStore, StoredObject } from '../platform/storage/object-store.js';
import { getStoredObject, recordStoredObjects } from '../platform/storage/stored-object.repository.js';
import { PartError, TransientError } from '../shared/errors.js';
import { newId } from '../shared/ids.js';
import { insertCapture } from './capture.repository.js';
import type { CaptureRecord } from './fetchers/capture-record.js';
import { sealJson, type SealedArtefact, type SealedCapture, type SealedRefusal } from './seal-capture.js';

const clips = new ClipRepository();
const artefacts = new ArtefactRepository();

/** The bytes are safe: the clip has its original. */
export function sealedEnding(attempt: Attempt, sealed: SealedCapture): PartEnding {
  const { original, recordObject, record } = sealed;
  return {
    outcome: 'found',
    warnings: record.notes,
    write: async (tx) => {
      await recordStoredObjects(tx, [
        original,
        recordObject,
        ...sealed.artefacts.map(({ object }) => object),
      ]);
      await writeCapture(tx, attempt, { ...sealed, outcome: 'sealed' });
      await writeArtefacts(tx, attempt, sealed.artefacts);
      await clips.setOriginal(tx, attempt.clipId, {
        sha256Hex: original.sha256Hex,
        mediaType: sealed.mediaType,
        title: sealed.title,
      });
    },
    custody: [
      {
        ...common(attempt),
        action: 'evidence.acquired',
        body: {
          sha256: original.sha256Hex,
          sha512: original.sha512Hex,
          sizeBytes: original.sizeBytes,
          fetcher: sealed.fetcher,
          startedAt: record.startedAt,
          finishedAt: record.finishedAt,
          capture: { sha256: recordObject.sha256Hex, sizeBytes: recordObject.sizeBytes },
        },
      },
      ...derivativeEvent(attempt, sealed.artefacts),
      sealedEvent(attempt, original, sealed.mediaType),
    ],
  };
}

/** A file that a person handed in. Not media: kept as received. */
export async function uploadedEnding(
  db: Database,
  attempt: Attempt,
  sha256Hex: string,
  mediaType: string | null,
): Promise<PartEnding> {
  const object = await getStoredObject(db, sha256Hex);
  if (mediaType === null) {
    const received = [{ kind: 'received', object, mediaType: 'application/octet-stream' }];
    return {
      outcome: 'failed',
      warnings: [],
      problem: {
        code: 'not_media',
        message: 'The uploaded file is no video or sound that can be opened.',
        retryable: false,
      },
      write: (tx) => writeArtefacts(tx, attempt, received),
      custody: [
        {
          ...common(attempt),
          action: 'evidence.refused',
          body: { code: 'not_media', sha256: sha256Hex, sizeBytes: object.sizeBytes, fetcher: 'upload' },
        },
      ],
    };
  }
  return {
    outcome: 'found',
    warnings: [],
    write: (tx) => clips.setOriginal(tx, attempt.clipId, { sha256Hex, mediaType, title: null }),
    custody: [sealedEvent(attempt, object, mediaType)],
  };
}

export function refusedEnding(attempt: Attempt, refused: SealedRefusal, error: PartError): PartEnding {
  const received: SealedArtefact[] = [
    { kind: 'received', object: refused.received, mediaType: refused.mediaType },
  ];
  return {
    outcome: 'failed',
    warnings: [],
    problem: asProblem(error),
    write: async (tx) => {
      await recordStoredObjects(tx, [refused.received, refused.recordObject]);
      await writeCapture(tx, attempt, {
        ...refused,
        fetcher: refused.record.fetcher,
        platform: null,
        outcome: 'refused',
      });
      await writeArtefacts(tx, attempt, received);
    },
    custody: [
      {
        ...common(attempt),
        action: 'evidence.refused',
        body: {
          code: error.code,
          sha256: refused.received.sha256Hex,
          sizeBytes: refused.received.sizeBytes,
          fetcher: refused.record.fetcher,
          capture: { sha256: refused.recordObject.sha256Hex, sizeBytes: refused.recordObject.sizeBytes },
        },
      },
    ],
  };
}

/** Nothing was had; what was asked and answered is kept all the same: "deleted at source" is itself a finding. */
export async function failedEnding(
  attempt: Attempt,
  store: ObjectStore,
  error: PartError,
  record: CaptureRecord | undefined,
): Promise<PartEnding> {
  const recordObject = record === undefined ? undefined : await sealJson(store, record);
  return {
    outcome: 'failed',
    warnings: [],
    problem: asProblem(error),
    write: async (tx) => {
      if (record === undefined || recordObject === undefined) return;
      await recordStoredObjects(tx, [recordObject]);
      await writeCapture(tx, attempt, {
        record,
        recordObject,
        fetcher: record.fetcher,
        platform: null,
        outcome: 'failed',
      });
    },
    custody:
      recordObject === undefined
        ? []
        : [
            {
              ...common(attempt),
              action: 'evidence.refused',
              body: {
                code: error.code,
                capture: { sha256: recordObject.sha256Hex, sizeBytes: recordObject.sizeBytes },
              },
            },
          ],
  };
}

export function asProblem(error: PartError): PartProblem {
  return { code: error.code, message: error.publicMessage, retryable: error instanceof TransientError };
}

async function writeCapture(
  tx: Tx,
  attempt: Attempt,
  capture: {
    fetcher: string;
    record: CaptureRecord;
    recordObject: StoredObject;
    platform: object | null;
    outcome: 'sealed' | 'refused' | 'failed';
  },
): Promise<void> {
  await insertCapture(tx, {
    id: newId(),
    clipId: attempt.clipId,
    fetcher: capture.fetcher,
    record: capture.record,
    recordSha256: capture.recordObject.sha256Hex,
    platformInfo: capture.platform,
    outcome: capture.outcome,
  });
}

async function writeArtefacts(tx: Tx, attempt: Attempt, sealed: readonly SealedArtefact[]): Promise<void> {
  await artefacts.insertAll(
    tx,
    sealed.map(({ kind, object, mediaType }) => ({
      id: newId(),
      clipId: attempt.clipId,
      part: attempt.part,
      kind,
      sha256Hex: object.sha256Hex,
      mediaType,
      parentSha256: null,
    })),
  );
}

function common(attempt: Attempt) {
  return { chain: attempt.caseId, clipId: attempt.clipId, actor: `worker:${attempt.workerId}` };
}

function sealedEvent(attempt: Attempt, object: StoredObject, mediaType: string): CustodyEntry {
  return {
    ...common(attempt),
    action: 'evidence.sealed',
    body: {
      sha256: object.sha256Hex,
      sha512: object.sha512Hex,
      sizeBytes: object.sizeBytes,
      alreadyStored: object.alreadyStored,
      mediaType,
    },
  };
}

function derivativeEvent(attempt: Attempt, sealed: readonly SealedArtefact[]): CustodyEntry[] {
  if (sealed.length === 0) return [];
  const objects = sealed.map(({ kind, object }) => ({
    kind,
    sha256: object.sha256Hex,
    sizeBytes: object.sizeBytes,
    parent: null,
  }));
  return [{ ...common(attempt), action: 'derivative.sealed', body: { part: attempt.part, objects } }];
}
