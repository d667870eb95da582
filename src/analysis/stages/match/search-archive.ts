import type { Database } from '../../../platform/db/database.js';
import type { ObjectStore } from '../../../platform/storage/object-store.js';
import type { MatchIndex } from '../../match-index/match-index.js';
import { decodeTrack, type Track } from '../fingerprint/domain/track.js';
import { AlignThread } from './align-thread.js';
import { canBeLaid } from './domain/align-tracks.js';
import type { Alignment } from './domain/alignment.js';
import { chooseCandidates, type LookResult } from './domain/choose-candidates.js';
import { chooseQueries, LOOKS } from './domain/choose-queries.js';
import { laySound } from './domain/lay-sound.js';
import { withCrops } from './domain/with-crops.js';
import {
  listFingerprints,
  listFingerprintsOf,
  listSounds,
  readIndexRecords,
  type FingerprintRow,
  type SoundRow,
} from './fingerprint-rows.queries.js';

/** What looking through the archive has shown, by the other original's SHA-256. */
export interface Searched {
  /** False when the clip has no picture that could be told from others: then nothing found means nothing. */
  readonly comparable: boolean;
  /** False when it shows one picture only, or is so short: no alignment could tell a copy from the same picture elsewhere. */
  readonly moves: boolean;
  readonly footage: ReadonlyMap<string, Alignment>;
  /** Sound in common while no picture is. */
  readonly sound: ReadonlyMap<string, Alignment>;
  /** Originals that were laid on this one and do not agree with it. */
  readonly unlike: ReadonlySet<string>;
}

export interface SearchRun {
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

const MOST_SOUNDS = 20;
/** Of pairs that an earlier search found; the rest keeps what it has. */
const MOST_KNOWN = 100;

/** Looks through every fingerprint of the archive. Alignments are with originals, so that ten thousand copies cost one. */
export class SearchArchive {
  constructor(
    private readonly db: Database,
    private readonly store: ObjectStore,
    private readonly index: MatchIndex,
  ) {}

  /**
   * @param known originals that earlier searches found; they are looked at again whatever the index says
   * @throws TransientError when the index cannot be reached
   */
  async search(own: FingerprintRow, known: readonly string[], run: SearchRun): Promise<Searched> {
    const track = await this.#track(own);
    const looks = await this.#look(own, track, run.signal);
    const comparable = looks.some(({ queries }) => queries.frames.length > 0);
    const candidates = await this.#candidates(own, looks, known);
    const { footage, unlike } = await this.#lay(track, candidates, run);
    const sound = await this.#sound(own, new Set(footage.keys()), run.signal);
    return { comparable, moves: canBeLaid(track), footage, sound, unlike };
  }

  async #lay(
    track: Track,
    candidates: readonly FingerprintRow[],
    { signal, onProgress }: SearchRun,
  ): Promise<{ footage: Map<string, Alignment>; unlike: Set<string> }> {
    const footage = new Map<string, Alignment>();
    const unlike = new Set<string>();
    if (candidates.length === 0) return { footage, unlike };
    const thread = new AlignThread(track, signal);
    try {
      for (const [done, candidate] of candidates.entries()) {
        const alignment = await thread.align(await this.#track(candidate));
        if (alignment === null) unlike.add(candidate.originalSha256);
        else footage.set(candidate.originalSha256, alignment);
        onProgress((done + 1) / candidates.length);
      }
    } finally {
      await thread.close();
    }
    return { footage, unlike };
  }

  async #look(own: FingerprintRow, track: Track, signal: AbortSignal): Promise<LookResult[]> {
    const results: LookResult[] = [];
    for (const look of LOOKS) {
      const queries = chooseQueries(track, look);
      const { radius, mostHitsPerHash } = look;
      const hits =
        queries.frames.length === 0
          ? []
          : await this.index.searchFrames({ hashes: queries.hashes, radius, mostHitsPerHash }, signal);
      results.push({ queries, hits: hits.filter(({ fingerprintId }) => fingerprintId !== own.id) });
    }
    return results;
  }

  async #candidates(
    own: FingerprintRow,
    looks: readonly LookResult[],
    known: readonly string[],
  ): Promise<FingerprintRow[]> {
    const chosen = chooseCandidates(looks).map(({ fingerprintId }) => fingerprintId);
    const rows = [
      ...(await listFingerprints(this.db, chosen)),
      ...(await listFingerprintsOf(this.db, known.slice(0, MOST_KNOWN))),
    ];
    const byOriginal = new Map(rows.map((row) => [row.originalSha256, row]));
    byOriginal.delete(own.originalSha256);
    return [...byOriginal.values()];
  }

  async #sound(
    own: FingerprintRow,
    footage: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<Map<string, Alignment>> {
    const found = new Map<string, Alignment>();
    const [mine] = await listSounds(this.db, [own.id]);
    if (mine === undefined) return found;
    const hits = await this.index.searchSound(mine.words, signal);
    const ids = hits
      .filter(({ fingerprintId }) => fingerprintId !== own.id)
      .toSorted((a, b) => b.common - a.common || a.fingerprintId - b.fingerprintId)
      .slice(0, MOST_SOUNDS)
      .map(({ fingerprintId }) => fingerprintId);
    for (const other of await listSounds(this.db, ids)) {
      if (footage.has(other.originalSha256) || other.originalSha256 === own.originalSha256) continue;
      const alignment = alignOf(mine, other);
      if (alignment !== null) found.set(other.originalSha256, alignment);
    }
    return found;
  }

  async #track({ id, trackSha256 }: FingerprintRow): Promise<Track> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.store.read(trackSha256)) chunks.push(chunk as Buffer);
    return withCrops(decodeTrack(Buffer.concat(chunks)), await readIndexRecords(this.db, id));
  }
}

/** Words of another step cannot be compared. */
function alignOf(mine: SoundRow, other: SoundRow): Alignment | null {
  return mine.stepMs === other.stepMs ? laySound(mine, other) : null;
}
