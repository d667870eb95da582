import type { Assertions } from './submission.js';

/** Options of `submit` and `upload` that say something about the clip. */
export const CLAIM_OPTIONS = {
  case: { type: 'string' },
  location: { type: 'string' },
  place: { type: 'string' },
  time: { type: 'string' },
  timezone: { type: 'string' },
  source: { type: 'string' },
  note: { type: 'string' },
  sensitivity: { type: 'string' },
  'posted-at': { type: 'string' },
  'protect-submitter': { type: 'boolean' },
} as const;

export const CLAIM_HELP = `
  --case NAME           id, title or reference of the case (default: the Inbox)
  --location TEXT       the claimed place; coordinates may follow: "Khan al-Sebel@35.76,36.76,3000" (metres last)
  --place NAME          the bare name in it, to be looked up in the gazetteer: "Khan al-Sebel"
  --time WHEN           the claimed time, in any words; read as well when it is an RFC 3339 instant, a day
                        (2020-02-09) or an interval of these (2020-02-08/2020-02-09)
  --timezone ZONE       of a claimed day, like Asia/Damascus; without it a day covers every zone of the earth
  --source TEXT         who filmed or posted it, as claimed; "@name" alone is also kept as a handle
  --note TEXT           for the reviewers
  --sensitivity LEVEL   none, personal or graphic
  --posted-at INSTANT   when the post says that it was published, as you saw it
  --protect-submitter   hides who submitted from everyone but leads
  --wait                waits until processing has ended; exit code 0 only when every clip is complete`;

interface ClaimValues {
  readonly location?: string | undefined;
  readonly place?: string | undefined;
  readonly time?: string | undefined;
  readonly timezone?: string | undefined;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
  readonly sensitivity?: string | undefined;
  readonly 'posted-at'?: string | undefined;
  readonly 'protect-submitter'?: boolean | undefined;
}

export function assertionsOf(values: ClaimValues): Assertions {
  const { location, place, time, timezone, source, note, sensitivity } = values;
  return {
    location,
    place,
    time,
    timezone,
    source,
    note,
    sensitivity,
    postedAt: values['posted-at'],
    protectSubmitter: values['protect-submitter'],
  };
}
