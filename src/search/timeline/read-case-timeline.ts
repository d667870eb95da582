import { Injectable } from '@nestjs/common';
import { firstKnown, listTimesOfClips, type TimesOfClip } from '../../analysis/index.js';
import { requireCaseRole } from '../../cases/index.js';
import type { Principal } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { pageOf, type Page, type PageQuery } from '../../platform/http/validation.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import type { CaseTimelineItem, TimeMark } from './case-timeline.contract.js';
import {
  listClaimedValues,
  listEmbedded,
  listFoundValues,
  listTimelineClips,
  type SaidValue,
  type TimelineClip,
} from './case-timeline.queries.js';
import { embeddedPlace, embeddedTimes, moment, placeMark, postedMarks, timeMark } from './timeline-marks.js';

interface Facts {
  readonly claimed: readonly SaidValue[];
  readonly found: readonly SaidValue[];
  readonly times: TimesOfClip | undefined;
  readonly embedded: { readonly gps: unknown; readonly times: unknown } | undefined;
}

/** Where and when, for every clip of a case. Claims and findings are shared also in a blind case; judgements are not in it. */
@Injectable()
export class ReadCaseTimeline {
  constructor(@InjectDatabase() private readonly db: Database) {}

  /** @throws NotFoundError for somebody else's case, ForbiddenError for submitters. */
  async page(reader: Principal, caseId: string, query: PageQuery): Promise<Page<CaseTimelineItem>> {
    requireCaseRole(reader, caseId, 'reviewer');
    const clips = await listTimelineClips(this.db, {
      caseId,
      cursor: query.cursor,
      limit: query.limit + 1,
    });
    const ids = clips.map(({ id }) => id);
    const originals = clips.flatMap(({ original_sha256: sha256 }) => (sha256 === null ? [] : [sha256]));
    const [claimed, found, times, embedded] = await Promise.all([
      listClaimedValues(this.db, ids),
      listFoundValues(this.db, ids),
      listTimesOfClips(this.db, ids),
      listEmbedded(this.db, originals),
    ]);
    const claimedOf = Map.groupBy(claimed, ({ clip_id: id }) => id);
    const foundOf = Map.groupBy(found, ({ clip_id: id }) => id);
    const timesOf = new Map(times.map((one) => [one.clipId, one]));
    return pageOf(clips, query.limit, (clip) =>
      present(clip, {
        claimed: claimedOf.get(clip.id) ?? [],
        found: foundOf.get(clip.id) ?? [],
        times: timesOf.get(clip.id),
        embedded: clip.original_sha256 === null ? undefined : embedded.get(clip.original_sha256),
      }),
    );
  }
}

function present(clip: TimelineClip, { claimed, found, times, embedded }: Facts): CaseTimelineItem {
  const of = (all: readonly SaidValue[], type: SaidValue['type']) => all.filter((one) => one.type === type);
  return {
    clipId: clip.id,
    title: clip.title,
    sensitivity: clip.sensitivity as CaseTimelineItem['sensitivity'],
    verification: clip.verification as CaseTimelineItem['verification'],
    createdAt: clip.created_at.toISOString(),
    places: [
      ...of(claimed, 'location').flatMap((said) => placeMark('claimed', said)),
      ...of(found, 'location').flatMap((said) => placeMark('found', said)),
      ...embeddedPlace(embedded?.gps),
    ],
    times: [
      ...of(claimed, 'time').flatMap((said) => timeMark('claimed', said)),
      ...of(found, 'time').flatMap((said) => timeMark('found', said)),
      ...postedMarks(times),
      ...embeddedTimes(embedded?.times),
      ...firstKnownMark(times),
      moment('submitted', clip.created_at.toISOString()),
    ],
  };
}

function firstKnownMark(times: TimesOfClip | undefined): TimeMark[] {
  if (times === undefined) return [];
  const known = firstKnown(times);
  return [moment('first_known', known.at.toISOString(), known.by)];
}
