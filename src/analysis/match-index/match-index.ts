/** A sample of the archive that is near to one of those that were asked for. */
export interface IndexHit {
  /** Which of the hashes asked for. */
  readonly query: number;
  /** `fingerprint.id`. */
  readonly fingerprintId: number;
  readonly ptsMs: number;
  /** Index into `VIEWS`. */
  readonly view: number;
  /** Bits that differ, at most the radius. */
  readonly distance: number;
}

export interface IndexQuery {
  /** 32 bytes each, one after the other. */
  readonly hashes: Uint8Array;
  /** Exact within this many bits: up to 31 by the fastest way, up to 47 by a slower one, beyond by looking at all. */
  readonly radius: number;
  /** The nearest so many for each hash, so that a picture that everybody has cannot flood the answer. */
  readonly mostHitsPerHash: number;
}

/** A stretch of sound of the archive that has words in common with the one asked for. */
export interface SoundHit {
  readonly fingerprintId: number;
  /** Words in common at one offset, the best offset of this fingerprint. */
  readonly common: number;
  /** In words: theirs minus ours. */
  readonly offset: number;
}

/** Knows every fingerprint that was committed before it is asked (analysis/match-index/README.md). */
export interface MatchIndex {
  /** @throws TransientError when the index cannot be reached or is still loading after its patience has ended. */
  searchFrames(query: IndexQuery, signal: AbortSignal): Promise<IndexHit[]>;
  searchSound(words: Uint32Array, signal: AbortSignal): Promise<SoundHit[]>;
}
