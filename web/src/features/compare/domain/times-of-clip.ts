import type { Schemas } from '@/api/problem';

export const timeKinds = ['claimed', 'posted', 'postId', 'platform', 'submitted'] as const;
export type TimeKind = (typeof timeKinds)[number];

/** One moment, or a span from `at` to `until`. */
export interface KnownTime {
  readonly at: string;
  readonly until: string | null;
}

interface Dated {
  readonly claims: readonly Pick<Schemas['Claim'], 'type' | 'value'>[];
  readonly submissions: readonly Pick<Schemas['SubmissionRecord'], 'postedAt'>[];
  readonly captures: readonly Pick<Schemas['Capture'], 'platform'>[];
  readonly postTime: Pick<Schemas['PostTime'], 'at'> | null;
  readonly createdAt: string;
}

/** Every time that somebody or something gives for a clip, each by its own source: none is taken for another. */
export function timesOfClip(clip: Dated): Readonly<Record<TimeKind, readonly KnownTime[]>> {
  return {
    claimed: clip.claims.filter(({ type }) => type === 'time').flatMap(({ value }) => claimedIn(value)),
    posted: clip.submissions.flatMap(({ postedAt }) => moment(postedAt)),
    postId: moment(clip.postTime?.at),
    platform: clip.captures.flatMap(({ platform }) => moment(platform?.['uploadedAt'])),
    submitted: moment(clip.createdAt),
  };
}

function claimedIn(value: Readonly<Record<string, unknown>>): KnownTime[] {
  const [from, until] = [value['earliest'], value['latest']].map((given) => moment(given)[0]?.at);
  const at = from ?? until;
  if (at === undefined) return [];
  return [{ at, until: from === undefined || until === undefined || from === until ? null : until }];
}

function moment(given: unknown): KnownTime[] {
  return typeof given === 'string' && !Number.isNaN(Date.parse(given)) ? [{ at: given, until: null }] : [];
}
