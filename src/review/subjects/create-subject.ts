import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../../cases/index.js';
import { CustodyLog } from '../../custody/index.js';
import { actorOf, type Principal } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { newId } from '../../shared/ids.js';
import { presentSubject } from './present-subject.js';
import { subjectWords } from './subject-words.js';
import type { Subject, SubjectRequest } from './subject.contract.js';
import { SubjectRepository } from './subject.repository.js';

@Injectable()
export class CreateSubject {
  readonly #subjects = new SubjectRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly custody: CustodyLog,
  ) {}

  async execute(principal: Principal, request: SubjectRequest): Promise<Subject> {
    requireCaseRole(principal, request.caseId, 'reviewer');
    return this.db.transaction().execute(async (tx) => {
      const row = await this.#subjects.insert(tx, newId(), request, principal.userId);
      const { name, description, mapPoint } = request;
      await this.custody.append(tx, [
        {
          chain: row.case_id,
          action: 'subject.created',
          actor: actorOf(principal),
          body: { subjectId: row.id, kind: row.kind },
          private: {
            before: null,
            after: { name, description, mapPoint },
            rows: Object.fromEntries([subjectWords(row)]),
          },
        },
      ]);
      return presentSubject(row);
    });
  }
}
