import type { JsonObject } from '../../../../custody/index.js';
import type { MetadataOutput } from '../../metadata/metadata.contract.js';
import type { ProbeOutput } from '../../probe/probe.contract.js';

/** All that rules may look at. Nothing is fetched while they judge, so that the same facts give the same answers. */
export interface CheckFacts {
  readonly clip: ClipFacts;
  readonly claims: readonly ClaimFacts[];
  /** When this post says or seems to have been published. */
  readonly posts: readonly PostFact[];
  /** Null until the part has ended well. */
  readonly metadata: MetadataOutput | null;
  readonly probe: ProbeOutput | null;
  readonly frames: FrameFacts | null;
  /** Clips that share bytes, pictures or sound with this one, rejected matches left out. */
  readonly copies: readonly CopyFacts[];
  /** True when the archive was really searched for pictures like these. */
  readonly searched: boolean;
  /** What was read in the pictures; a text says why nothing was read. */
  readonly text: readonly FrameTextFact[] | string;
  /** What the gazetteer knows of the place that each location claim names, best first, by claim id. */
  readonly places: ReadonlyMap<string, PlaceLookup>;
}

export interface ClipFacts {
  readonly id: string;
  readonly platform: string | null;
  readonly canonicalUrl: string | null;
  /** As the link names it, without `@`. */
  readonly accountHandle: string | null;
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
  } | null;
}

export interface PostFact {
  readonly at: Date;
  /** Decoded from the post's id, told by the platform, or the submitter's word. */
  readonly source: 'id' | 'platform' | 'submitter';
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
  /** The other clip's publication times; empty when none is known. */
  readonly posts: readonly PostFact[];
  readonly url: string | null;
  /** False when readers of this clip's case may not know of it: such a copy is never named in a finding. */
  readonly sameCase: boolean;
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
