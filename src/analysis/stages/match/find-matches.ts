import type { PartProblem, PartRun } from '../../../clips/worker.js';
import type { Database } from '../../../platform/db/database.js';
import { TransientError } from '../../../shared/errors.js';
import { firstKnown } from '../../matches/domain/first-known.js';
import { listTimesOfClips } from '../../matches/known-times.queries.js';
import { MatchRepository, type FoundMatch, type MatchKind } from '../../matches/match.repository.js';
import type { Alignment } from './domain/alignment.js';
import { keptMatches, MOST_KEPT } from './domain/kept-matches.js';
import { findSameFile, MOST_SAME_FILE } from './find-same-file.js';
import { listClipsOf, listFingerprintsOf } from './fingerprint-rows.queries.js';
import type { Searched, SearchArchive } from './search-archive.js';

/** Of each original that matches, so many clips are considered. */
const MOST_OF_ORIGINAL = 50;

const PICTURES = 'pdq-track-1';
const SOUND = 'chromaprint-1';

export interface FoundMatches {
  readonly found: readonly FoundMatch[];
  /** Suggestions of earlier searches that this one does not bear out. */
  readonly gone: readonly { readonly kind: MatchKind; readonly otherClipId: string }[];
  readonly outcome: 'found' | 'not_found' | 'inconclusive';
  readonly warnings: readonly string[];
  /** Set when pictures could not be looked for just now; what else was found is kept all the same. */
  readonly problem?: PartProblem;
}

interface SealedClip {
  readonly id: string;
  readonly original_sha256: string;
}

/** Puts together what is known of a clip's copies: its bytes at once, its pictures and sound from the search. */
export class FindMatches {
  readonly #matches = new MatchRepository();

  constructor(
    private readonly db: Database,
    private readonly archive: SearchArchive,
  ) {}

  /** @throws TransientError while the queue would try again. */
  async execute(clip: SealedClip, run: PartRun): Promise<FoundMatches> {
    const sameFile = await findSameFile(this.db, clip);
    const found = sameFile.clipIds.map(sameBytes);
    const warnings = sameFile.isCut ? [TOO_MANY_SAME] : [];
    const known = await this.#matches.listSuggested(this.db, clip.id);
    try {
      const searched = await this.#search(clip, known, run);
      if (searched === null) return settle({ found, gone: [], warnings: [...warnings, NOTHING_LEFT] }, false);
      const kept = await this.#matchesOf(clip, searched);
      return settle(
        {
          found: [...found, ...kept.found],
          gone: goneOf(known, searched),
          warnings: [
            ...warnings,
            ...(searched.comparable ? [] : [NOTHING_TO_TELL]),
            ...(searched.comparable && !searched.moves ? [ONE_PICTURE] : []),
            ...(kept.isCut ? [TOO_MANY_LIKE] : []),
          ],
        },
        searched.comparable && searched.moves,
      );
    } catch (error) {
      if (!(error instanceof TransientError) || !run.lastTry) throw error;
      const problem = { code: error.code, message: error.publicMessage, retryable: true };
      return { ...settle({ found, gone: [], warnings }, false), problem };
    }
  }

  async #search(clip: SealedClip, known: readonly Suggested[], run: PartRun): Promise<Searched | null> {
    const [own] = await listFingerprintsOf(this.db, [clip.original_sha256]);
    if (own === undefined) return null;
    const originals = [...new Set(known.flatMap(({ original }) => (original === null ? [] : [original])))];
    return this.archive.search(own, originals, run);
  }

  async #matchesOf(clip: SealedClip, searched: Searched): Promise<{ found: FoundMatch[]; isCut: boolean }> {
    const all = [
      ...(await this.#clipsOf(clip, 'same_footage', searched.footage)),
      ...(await this.#clipsOf(clip, 'same_sound', searched.sound)),
    ];
    const kept = keptMatches(all);
    return {
      found: kept.map(({ clipId, kind, alignment }) => ({
        otherClipId: clipId,
        kind,
        alignment,
        method: kind === 'same_sound' ? SOUND : PICTURES,
      })),
      isCut: kept.length < all.length,
    };
  }

  async #clipsOf(clip: SealedClip, kind: MatchKind, aligned: ReadonlyMap<string, Alignment>) {
    const clips = await listClipsOf(this.db, [...aligned.keys()], MOST_OF_ORIGINAL);
    const times = await listTimesOfClips(
      this.db,
      clips.map(({ clipId }) => clipId),
    );
    const knownAtMs = new Map(times.map((one) => [one.clipId, firstKnown(one).at.getTime()]));
    return clips.flatMap(({ clipId, originalSha256 }) => {
      const alignment = aligned.get(originalSha256);
      if (alignment === undefined || clipId === clip.id) return [];
      return [{ clipId, kind, alignment, knownAtMs: knownAtMs.get(clipId) ?? Number.MAX_SAFE_INTEGER }];
    });
  }
}

type Suggested = Awaited<ReturnType<MatchRepository['listSuggested']>>[number];

function sameBytes(otherClipId: string): FoundMatch {
  const alignment = { mirrored: false, speed: 1, score: 1, coverage: 1, otherCoverage: 1, segments: [] };
  return { otherClipId, kind: 'same_file', alignment, method: 'sha256' };
}

/** Only what was looked at again and not found again; pictures in common make a match by sound say nothing more. */
function goneOf(known: readonly Suggested[], { unlike, footage }: Searched): FoundMatches['gone'] {
  return known
    .filter(({ kind, original }) => {
      if (original === null) return false;
      return kind === 'same_footage' ? unlike.has(original) : kind === 'same_sound' && footage.has(original);
    })
    .map(({ kind, otherClipId }) => ({ kind, otherClipId }));
}

function settle(
  found: Pick<FoundMatches, 'found' | 'gone' | 'warnings'>,
  wasCompared: boolean,
): FoundMatches {
  if (found.found.length > 0) return { ...found, outcome: 'found' };
  return { ...found, outcome: wasCompared ? 'not_found' : 'inconclusive' };
}

const TOO_MANY_SAME = `More than ${MOST_SAME_FILE} other clips have the same bytes; the ${MOST_SAME_FILE} earliest known of them are listed as matches.`;
const TOO_MANY_LIKE = `More than ${MOST_KEPT} clips share pictures or sound with this one; the earliest known and the most alike of them are listed as matches.`;
const NOTHING_LEFT =
  'Pictures were not compared with the archive, because the frames of this clip left nothing to compare.';
const NOTHING_TO_TELL =
  'No picture of this clip can be told from others (they are even or nearly so), so that copies of it cannot be found by its pictures.';
const ONE_PICTURE =
  'This clip shows one picture only, or is shorter than a second: clips that show the same picture are not told of as copies, and copies of it cannot be found by its pictures.';
