import type { Schemas } from '@/api/problem';

/** Where a time comes from; in the order in which they are shown. */
export const timeSources = [
  'claimed',
  'found',
  'postId',
  'platform',
  'submitter',
  'embedded',
  'elsewhere',
  'submitted',
] as const;
export type TimeSource = (typeof timeSources)[number];

/** A time or a span that somebody or something names. */
export interface TimeRow {
  readonly id: string;
  readonly source: TimeSource;
  /** RFC 3339 instants, or dates alone; null where that end is open. */
  readonly from: string | null;
  readonly to: string | null;
  /** As it stands in the file when no instant follows from it: a clock without a zone. */
  readonly raw: string | null;
  /** Words beside it: the statement, the tag, the method, the caveat. */
  readonly notes: readonly string[];
}

interface Facts {
  readonly clip: Schemas['Clip'];
  readonly metadata: Schemas['ClipMetadata'] | undefined;
  readonly findings: readonly Schemas['Finding'][];
  readonly cluster: Schemas['Cluster'] | undefined;
}

/** Every time that is known of a clip, from the claim to the moment it came to the desk. */
export function timeRows({ clip, metadata, findings, cluster }: Facts): TimeRow[] {
  const timeClaims = new Set(clip.claims.filter(({ type }) => type === 'time').map(({ id }) => id));
  const row = (source: TimeSource, id: string, more: Partial<TimeRow>): TimeRow => ({
    id: `${source} ${id}`,
    source,
    from: null,
    to: null,
    raw: null,
    notes: [],
    ...more,
  });
  const first = cluster?.items.find(({ clipId }) => clipId === cluster.earliestKnown && clipId !== clip.id);
  return [
    ...clip.claims
      .filter(({ type }) => type === 'time')
      .map(({ id, statement, value }) => row('claimed', id, { ...spanOf(value), notes: [statement] })),
    ...findings
      .filter(({ claimId, withdrawn }) => withdrawn === null && claimId !== null && timeClaims.has(claimId))
      .filter(({ foundValue }) => hasSpan(foundValue))
      .map(({ id, foundValue, summary }) => row('found', id, { ...spanOf(foundValue), notes: [summary] })),
    ...(clip.postTime === null
      ? []
      : [
          row('postId', '', { ...at(clip.postTime.at), notes: [clip.postTime.method, clip.postTime.caveat] }),
        ]),
    ...clip.captures.flatMap(({ id, platform }) => {
      const told = platform?.['uploadedAt'];
      return typeof told === 'string' ? [row('platform', id, at(told))] : [];
    }),
    ...clip.submissions.flatMap(({ id, postedAt }) =>
      postedAt === null ? [] : [row('submitter', id, at(postedAt))],
    ),
    ...(metadata?.times ?? []).map(({ tag, raw, utc, note }) =>
      row('embedded', tag, {
        ...(utc === null ? { raw } : at(utc)),
        notes: [tag, note ?? ''].filter((text) => text !== ''),
      }),
    ),
    ...(first === undefined ? [] : [row('elsewhere', first.clipId, at(first.firstKnownAt))]),
    ...clip.submissions.slice(0, 1).map(({ id, submittedAt }) => row('submitted', id, at(submittedAt))),
  ];
}

const at = (instant: string) => ({ from: instant, to: instant });

function hasSpan(value: unknown): boolean {
  const { from, to } = spanOf(value);
  return from !== null || to !== null;
}

function spanOf(value: unknown): { from: string | null; to: string | null } {
  const { earliest, latest } = (value ?? {}) as { earliest?: unknown; latest?: unknown };
  return {
    from: typeof earliest === 'string' ? earliest : null,
    to: typeof latest === 'string' ? latest : null,
  };
}

/** A date alone has no clock, and so no zone either. */
export const isDateAlone = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The zone that a time claim names, and else the point of a place claim whose zone is to be asked for. */
export function zoneHint(claims: readonly Schemas['Claim'][]): {
  readonly timezone: string | null;
  readonly point: { readonly lat: number; readonly lon: number } | null;
} {
  const named = claims.find(({ type, value }) => type === 'time' && typeof value['timezone'] === 'string');
  const placed = claims.find(
    ({ type, value }) =>
      type === 'location' && typeof value['lat'] === 'number' && typeof value['lon'] === 'number',
  );
  return {
    timezone: (named?.value['timezone'] as string | undefined) ?? null,
    point:
      placed === undefined ? null : { lat: Number(placed.value['lat']), lon: Number(placed.value['lon']) },
  };
}
