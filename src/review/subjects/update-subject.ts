import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../cases/index.js';
import { CustodyLog } from '../../custody/index.js';
import { actorOf, type Principal } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { requireVersion, type ExpectedVersion } from '../../platform/http/version-tag.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { NotFoundError } from '../../shared/errors.js';
import { presentSubject } from './present-subject.js';
import { subjectWords } from './subject-words.js';
import type { Subject, SubjectPatch } from './subject.contract.js';
import { SubjectRepository } from './subject.repository.js';

@Injectable()
export class UpdateSubject {
  readonly #subjects = new SubjectRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly custody: CustodyLog,
  ) {}

  /** @param expected answers whether the caller's `If-Match` fits the present version. */
  async execute(
    principal: Principal,
    id: string,
    patch: SubjectPatch,
    expected: ExpectedVersion,
  ): Promise<Subject> {
    return this.db.transaction().execute(async (tx) => {
      const before = await this.#subjects.lock(tx, id);
      if (before === undefined) throw new NotFoundError('not_found', 'There is no such subject.');
      requireCaseRole(principal, before.case_id, 'reviewer', 'subject');
      requireVersion(expected, before.version, 'subject');
      const after = await this.#subjects.update(tx, id, patch);
      await this.custody.append(tx, [
        {
          chain: after.case_id,
          action: 'subject.updated',
          actor: actorOf(principal),
          body: { subjectId: id, fields: Object.keys(patch) },
          private: {
            before: subset(presentSubject(before), patch),
            after: subset(presentSubject(after), patch),
            rows: Object.fromEntries([subjectWords(after)]),
          },
        },
      ]);
      return presentSubject(after);
    });
  }
}

function subset({ name, description, mapPoint }: Subject, patch: SubjectPatch) {
  const values = { name, description, mapPoint };
  return Object.fromEntries(Object.entries(values).filter(([field]) => field in patch));
}
