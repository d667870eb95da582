import type { Executor } from '../platform/db/database.js';

export interface NewArtefact {
  readonly id: string;
  readonly clipId: string;
  readonly part: string;
  readonly kind: string;
  readonly sha256Hex: string;
  readonly mediaType: string;
  /** What it was derived from; null for what came with a capture. */
  readonly parentSha256: string | null;
  /** Of a file that a person handed in. */
  readonly fileName?: string | null;
  readonly addedBy?: string | null;
}

/** Owns `artefact`: preserved files of a clip other than its original and its frames. */
export class ArtefactRepository {
  async insertAll(tx: Executor, artefacts: readonly NewArtefact[]): Promise<void> {
    if (artefacts.length === 0) return;
    await tx
      .insertInto('artefact')
      .values(
        artefacts.map((artefact) => ({
          id: artefact.id,
          clip_id: artefact.clipId,
          part: artefact.part,
          kind: artefact.kind,
          sha256: artefact.sha256Hex,
          media_type: artefact.mediaType,
          parent_sha256: artefact.parentSha256,
          file_name: artefact.fileName ?? null,
          added_by: artefact.addedBy ?? null,
        })),
      )
      .execute();
  }

  /** A new run of a part replaces what its earlier runs listed; the objects stay in the store. */
  async deleteOfPart(tx: Executor, clipId: string, part: string): Promise<void> {
    await tx.deleteFrom('artefact').where('clip_id', '=', clipId).where('part', '=', part).execute();
  }
}
