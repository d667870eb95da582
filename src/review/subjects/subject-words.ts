import { wordDigest } from '../../custody/index.js';
import type { SubjectRow } from './subject.repository.js';

/** What is held against the log of a subject. */
export function subjectWords(row: SubjectRow): readonly [string, string] {
  const digest = wordDigest({
    caseId: row.case_id,
    kind: row.kind,
    name: row.name,
    description: row.description,
    mapPoint: row.map_point,
    version: row.version,
    createdBy: row.created_by,
  });
  return [`subject/${row.id}`, digest];
}
