import type { Subject } from './subject.contract.js';
import type { SubjectRow } from './subject.repository.js';

export function presentSubject(row: SubjectRow): Subject {
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind as Subject['kind'],
    name: row.name,
    description: row.description,
    mapPoint: row.map_point as Subject['mapPoint'],
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
