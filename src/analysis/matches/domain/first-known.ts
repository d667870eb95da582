/** How a clip's picture is known to have existed at a time. */
export type KnownBy = 'post_id' | 'platform' | 'submitter' | 'submission';

export interface KnownTime {
  readonly at: Date;
  readonly by: KnownBy;
}

/** What the tables say of when a clip was published; texts are as their sources gave them. */
export interface TimesOfClip {
  readonly clipId: string;
  readonly submittedAt: Date;
  /** Decoded from the post's id. */
  readonly decodedAt: string | null;
  /** What platforms answered. */
  readonly platformTimes: readonly string[];
  /** The earliest that a submitter saw on the post. */
  readonly postedAt: Date | null;
}

/** When the clip is known to have existed, earliest first. What is no time, or after it was handed in, says nothing. */
export function knownTimes(times: TimesOfClip): KnownTime[] {
  const told = (by: KnownBy, text: string | null): KnownTime[] =>
    text === null ? [] : [{ at: new Date(text), by }];
  return [
    ...told('post_id', times.decodedAt),
    ...times.platformTimes.flatMap((text) => told('platform', text)),
    ...(times.postedAt === null ? [] : [{ at: times.postedAt, by: 'submitter' as const }]),
    { at: times.submittedAt, by: 'submission' as const },
  ]
    .filter(({ at }) => at.getTime() <= times.submittedAt.getTime())
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

export function firstKnown(times: TimesOfClip): KnownTime {
  return knownTimes(times)[0] ?? { at: times.submittedAt, by: 'submission' };
}

/** Clip ids, earliest known first; of two known at the same time, the one handed in first. */
export function byFirstKnown(all: readonly TimesOfClip[]): string[] {
  return all
    .map((times) => ({ clipId: times.clipId, atMs: firstKnown(times).at.getTime() }))
    .toSorted((a, b) => a.atMs - b.atMs || (a.clipId < b.clipId ? -1 : 1))
    .map(({ clipId }) => clipId);
}
