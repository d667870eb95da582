import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../cases/index.js';
import { ClipRepository } from '../../clips/index.js';
import { reachableCases, roleIn, type Principal } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { pageOf, type Page, type PageQuery } from '../../platform/http/validation.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { NotFoundError } from '../../shared/errors.js';
import { listClipsOfSubject, listClipsOfSubjects, listSubjectsOfClip } from './appearance.queries.js';
import { findAppearances } from './appearances.js';
import { presentSubject } from './present-subject.js';
import type { ClipSubject, Subject, SubjectQuery, SubjectWithClips } from './subject.contract.js';
import { SubjectRepository } from './subject.repository.js';

const MAX_CLIPS = 200;

@Injectable()
export class SubjectReader {
  readonly #subjects = new SubjectRepository();
  readonly #clips = new ClipRepository();

  constructor(@InjectDatabase() private readonly db: Database) {}

  async list(principal: Principal, query: SubjectQuery): Promise<Page<Subject>> {
    if (query.case !== undefined) requireCaseRole(principal, query.case, 'reviewer');
    const reviewed = reachableCases(principal).filter((caseId) => roleIn(principal, caseId) !== 'submitter');
    const caseIds = query.case === undefined ? reviewed : [query.case];
    const rows = await this.#subjects.list(this.db, { ...query, caseIds, limit: query.limit + 1 });
    return pageOf(rows, query.limit, presentSubject);
  }

  /** With the clips in which it appears, a page of them at a time. */
  async one(principal: Principal, id: string, query: PageQuery): Promise<SubjectWithClips> {
    const row = await this.#subjects.find(this.db, id);
    if (row === undefined) throw new NotFoundError('not_found', 'There is no such subject.');
    requireCaseRole(principal, row.case_id, 'reviewer', 'subject');
    const clipIds = await listClipsOfSubject(this.db, id, { ...query, limit: query.limit + 1 });
    const given = clipIds.slice(0, query.limit);
    const found = await findAppearances(this.db, {
      subjectIds: [id],
      clipIds: given,
    });
    const nextCursor = clipIds.length > query.limit ? (given.at(-1) ?? null) : null;
    return { ...presentSubject(row), clips: [...(found.get(id) ?? [])], nextCursor };
  }

  /** Who and what is marked in the clip, and in which other clips. */
  async ofClip(principal: Principal, clipId: string, query: PageQuery): Promise<Page<ClipSubject>> {
    const clip = await this.#clips.get(this.db, clipId);
    requireCaseRole(principal, clip.case_id, 'reviewer', 'clip');
    const ids = await listSubjectsOfClip(this.db, clipId, { ...query, limit: query.limit + 1 });
    const given = ids.slice(0, query.limit);
    const others = await listClipsOfSubjects(this.db, given, MAX_CLIPS);
    const clipIds = [...new Set([clipId, ...others])];
    const found = await findAppearances(this.db, { subjectIds: given, clipIds });
    const items = (await this.#subjects.listByIds(this.db, given)).flatMap((row) => {
      const clips = found.get(row.id) ?? [];
      const here = clips.find((appearance) => appearance.clipId === clipId);
      // Withdrawn between the two reads.
      if (here === undefined) return [];
      return [{ ...presentSubject(row), here, elsewhere: clips.filter((appearance) => appearance !== here) }];
    });
    return { items, nextCursor: ids.length > query.limit ? (given.at(-1) ?? null) : null };
  }
}
