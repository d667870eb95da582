import type { ObjectStore } from '../../platform/storage/object-store.js';
import type { StageArtefact } from './stage.js';
import type { StoredStageResult } from './stage-result.repository.js';

/** Each file costs an fsync or two, which wait for the disk and not for each other. */
const AT_ONCE = 8;

/** Seals a stage's files, in their order. */
export async function preserve(
  store: ObjectStore,
  artefacts: readonly StageArtefact[],
): Promise<StoredStageResult['artefacts']> {
  const preserved: StoredStageResult['artefacts'][number][] = [];
  for (let start = 0; start < artefacts.length; start += AT_ONCE) {
    const batch = artefacts.slice(start, start + AT_ONCE);
    preserved.push(...(await Promise.all(batch.map((artefact) => preserveOne(store, artefact)))));
  }
  return preserved;
}

async function preserveOne(
  store: ObjectStore,
  artefact: StageArtefact,
): Promise<StoredStageResult['artefacts'][number]> {
  const { sha256Hex, sha512Hex, sizeBytes } = await store.putFile(artefact.path);
  return {
    kind: artefact.kind,
    key: artefact.key ?? null,
    mediaType: artefact.mediaType,
    sha256Hex,
    sha512Hex,
    sizeBytes,
  };
}
