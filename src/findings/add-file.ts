import { Injectable } from '@nestjs/common';
import type { Multipart } from '@fastify/multipart';
import { requireCaseRole } from '../cases/index.js';
import { ArtefactRepository, ClipChange, ClipRepository, requireOpen, type ClipRow } from '../clips/index.js';
import type { CustodyEntry } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import { recordStoredObject } from '../platform/storage/stored-object.repository.js';
import { newId } from '../shared/ids.js';
import { ReceiveFile, type ReceivedFile } from './receive-file.js';

export interface AddedFile extends ReceivedFile {
  readonly id: string;
}

/** A file that backs an argument (a map, a satellite crop): preserved as an artefact of the clip, never rendered by us. */
@Injectable()
export class AddFile {
  readonly #clips = new ClipRepository();
  readonly #artefacts = new ArtefactRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly receive: ReceiveFile,
  ) {}

  /** Asked before the body is read, so that nobody fills the store who may not. */
  async requireAllowed(principal: Principal, clipId: string): Promise<void> {
    const clip = await this.#clips.get(this.change.db, clipId);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    requireOpen(clip);
  }

  take(parts: AsyncIterable<Multipart>): Promise<ReceivedFile> {
    return this.receive.execute(parts);
  }

  /** @throws ConflictError `clip_closed`. */
  async execute(principal: Principal, clipId: string, file: ReceivedFile): Promise<AddedFile> {
    const id = newId();
    return this.change.run(clipId, async (tx, clip) => {
      requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
      requireOpen(clip);
      await recordStoredObject(tx, file.object);
      await this.#artefacts.insertAll(tx, [
        {
          id,
          clipId,
          part: 'evidence',
          kind: 'evidence_file',
          sha256Hex: file.object.sha256Hex,
          mediaType: file.mediaType,
          parentSha256: null,
          fileName: file.fileName,
          addedBy: principal.userId,
        },
      ]);
      const custody = [added(clip, actorOf(principal), id, file)];
      return { result: { ...file, id }, custody, events: [], changed: false };
    });
  }
}

function added(clip: ClipRow, actor: string, artefactId: string, file: ReceivedFile): CustodyEntry {
  const { sha256Hex, sha512Hex, sizeBytes } = file.object;
  return {
    chain: clip.case_id,
    clipId: clip.id,
    action: 'evidence_file.added',
    actor,
    body: { artefactId, sha256: sha256Hex, sha512: sha512Hex, sizeBytes, mediaType: file.mediaType },
    private: { before: null, after: { fileName: file.fileName } },
  };
}
