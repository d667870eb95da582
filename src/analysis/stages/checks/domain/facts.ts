import type { JsonObject } from '../../../../custody/index.js';
import type { MetadataOutput } from '../../metadata/metadata.contract.js';
import type { ProbeOutput } from '../../probe/probe.contract.js';

/** All that rules may look at. Nothing is fetched while they judge, so that the same facts give the same answers. */
export interface CheckFacts {
  readonly clip: ClipFacts;
  readonly claims: readonly ClaimFacts[];
  /** When this clip was published, by all that says so; the desk's own receipt is always among them. */
  readonly posts: readonly PostFact[];
  /** Null until the part has ended well. */
  readonly metadata: MetadataOutput | null;
  readonly probe: ProbeOutput | null;
  readonly frames: FrameFacts | null;
  /** What the sound fingerprint holds; null without sound, or when there is no fingerprint. */
  readonly sound: SoundFacts | null;
  /** Clips of the same case that share bytes, pictures or sound with this one, rejected matches left out. */
  readonly copies: readonly CopyFacts[];
  /** Matches with clips of other cases, of which nothing may be told but that they exist (rules/earlier-copy/README.md). */
  readonly elsewhere: readonly { readonly matchId: string }[];
  /** True when the archive was really searched for pictures like these. */
  readonly searched: boolean;
  /** What was read in the pictures; a text says why nothing was read. */
  readonly text: readonly FrameTextFact[] | string;
  /** Kept frames that were to be read and were not: the time was over, or the reader failed. */
  readonly unreadFrames: number;
  /** What the gazetteer knows of the place that each location claim names, best first, by claim id. */
  readonly places: ReadonlyMap<string, PlaceLookup>;
}

export interface ClipFacts {
  readonly id: string;
  readonly platform: string | null;
  readonly canonicalUrl: string | null;
  /** As the link names it, without `@`. */
  readonly accountHandle: string | null;
  /** Who posted it, as the platform or page says. */
  readonly uploader: { readonly id: string | null; readonly name: string | null } | null;
  readonly durationMs: number | null;
}

export interface ClaimFacts {
  readonly id: string;
  readonly type: 'location' | 'time' | 'source' | 'other';
  readonly statement: string;
  /** As the claim keeps it (clips/claim-values.contract.ts). */
  readonly value: JsonObject;
  /** Of a location claim with a point. */
  readonly point: { readonly latDeg: number; readonly lonDeg: number; readonly radiusM: number } | null;
  /** Of a time claim; either end may be open. */
  readonly interval: {
    readonly earliest: Date | null;
    readonly latest: Date | null;
    readonly timezone: string | null;
    /** A local date was written without a zone and read as UTC: either end may be off by 14 hours. */
    readonly zoneAssumed: boolean;
  } | null;
}

export interface PostFact {
  /** Midnight UTC when `dayOnly`. */
  readonly at: Date;
  /** Only the date is known, and not of which zone. */
  readonly dayOnly: boolean;
  /**
   * `desk`: this desk held the clip by then, the one time that nobody else could set; else decoded from the post's id, told
   * by the platform or page, or the submitter's word.
   */
  readonly source: 'desk' | 'id' | 'platform' | 'submitter';
  /** What to bear in mind, from whoever decoded it. */
  readonly caveat: string | null;
}

export interface FrameFacts {
  readonly keyframes: readonly {
    readonly id: string;
    readonly ptsMs: number;
    readonly kind: 'scene' | 'interval';
  }[];
  readonly cuts: readonly { readonly startMs: number; readonly endMs: number; readonly kind: string }[];
  /** Mean luma (0..255) of the dense samples, by time; empty when the part `fingerprint` left none. */
  readonly luma: readonly { readonly ptsMs: number; readonly luma: number }[];
}

export interface CopyFacts {
  readonly matchId: string;
  readonly clipId: string;
  readonly kind: 'same_file' | 'same_footage' | 'same_sound';
  readonly state: 'suggested' | 'confirmed';
  readonly mirrored: boolean;
  readonly score: number;
  readonly coverage: number;
  readonly otherCoverage: number;
  readonly segments: readonly {
    readonly startMs: number;
    readonly endMs: number;
    readonly otherStartMs: number;
    readonly otherEndMs: number;
  }[];
  /** The other clip's publication times, its receipt by this desk among them. */
  readonly posts: readonly PostFact[];
  readonly url: string | null;
}

export interface SoundFacts {
  /** Words of the fingerprint, each over some hundred milliseconds. */
  readonly words: number;
  /** Silence and steady tones give one word again and again. */
  readonly distinctWords: number;
}

export interface FrameTextFact {
  readonly frameId: string;
  readonly ptsMs: number;
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
}

export interface PlaceLookup {
  /** The name that was looked up. */
  readonly name: string;
  /** False while the places that come with the desk are still being read in: then any place may be missing. */
  readonly complete: boolean;
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly countryCode: string | null;
    readonly latDeg: number;
    readonly lonDeg: number;
    /** 0..1, of the names after folding. */
    readonly similarity: number;
  }[];
}
