import {
  ClipRepository,
  type ClipRow,
  type PartEnding,
  type PartHandler,
  type PartRun,
  type PartWritten,
} from '../../../clips/worker.js';
import type { CustodyEntry } from '../../../custody/index.js';
import type { Database, Tx } from '../../../platform/db/database.js';
import { IntegrityError } from '../../../shared/errors.js';
import { MatchRepository, type FoundMatch } from '../../matches/match.repository.js';
import { findSameFile, MOST_SAME_FILE } from './find-same-file.js';

/** The checks of so many other clips are asked to look again when something new is found of them. */
const MOST_TOLD = 50;

/** Finds the clips of the whole archive that share bytes, pictures or sound with one. See README.md for what it may claim. */
export class MatchClip implements PartHandler {
  readonly #clips = new ClipRepository();
  readonly #matches = new MatchRepository();

  constructor(private readonly db: Database) {}

  async execute({ attempt }: PartRun): Promise<PartEnding> {
    const clip = await this.#clips.get(this.db, attempt.clipId);
    if (!hasOriginal(clip)) throw new IntegrityError('The clip has no sealed original to compare.');
    const sameFile = await findSameFile(this.db, clip);
    const found = sameFile.clipIds.map(sameBytes);
    const warnings = sameFile.isCut
      ? [
          `More than ${MOST_SAME_FILE} other clips have the same bytes; the ${MOST_SAME_FILE} earliest known of them are told of.`,
        ]
      : [];
    return {
      outcome: found.length > 0 ? 'found' : 'inconclusive',
      warnings,
      write: (tx) => this.#write(tx, attempt.workerId, clip, found),
      custody: [],
    };
  }

  async #write(tx: Tx, workerId: string, clip: ClipRow, found: readonly FoundMatch[]): Promise<PartWritten> {
    const fresh = await this.#matches.keep(tx, clip.id, found);
    if (fresh.length === 0) return { custody: [], events: [] };
    const others = await listCases(
      tx,
      fresh.map(({ otherClipId }) => otherClipId),
    );
    const told = [...new Set(fresh.map(({ otherClipId }) => otherClipId))];
    return {
      custody: [
        foundEntry(
          workerId,
          clip,
          fresh.map(({ id }) => id),
        ),
        ...others.map((other) =>
          foundEntry(
            workerId,
            other,
            fresh.filter(({ otherClipId }) => otherClipId === other.id).map(({ id }) => id),
          ),
        ),
      ],
      events: [clip.id, ...told.slice(0, MOST_TOLD)].map((clipId) => ({ event: 'facts.changed', clipId })),
    };
  }
}

function hasOriginal(clip: ClipRow): clip is ClipRow & { readonly original_sha256: string } {
  return clip.original_sha256 !== null;
}

function sameBytes(otherClipId: string): FoundMatch {
  const alignment = { mirrored: false, speed: 1, score: 1, coverage: 1, otherCoverage: 1, segments: [] };
  return { otherClipId, kind: 'same_file', alignment, method: 'sha256' };
}

function foundEntry(
  workerId: string,
  clip: { readonly id: string; readonly case_id: string },
  matches: string[],
): CustodyEntry {
  return {
    chain: clip.case_id,
    clipId: clip.id,
    action: 'match.found',
    actor: `worker:${workerId}`,
    body: { matches },
  };
}

async function listCases(tx: Tx, clipIds: readonly string[]): Promise<{ id: string; case_id: string }[]> {
  return tx
    .selectFrom('clip')
    .select(['id', 'case_id'])
    .where('id', 'in', [...clipIds])
    .orderBy('id')
    .execute();
}
