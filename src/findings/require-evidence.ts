import type { Executor } from '../platform/db/database.js';
import { InvalidInputError } from '../shared/errors.js';
import { RECORD_KINDS, type FindingEvidenceEntry, type RecordKind } from './evidence.contract.js';

/**
 * Every record that the entries name must be one of this case. What lies in another case is answered as what does not exist.
 * @param path where the list stands in the request
 * @throws InvalidInputError `evidence_unknown` with the path of each entry that is at fault.
 */
export async function requireEvidenceInCase(
  on: Executor,
  caseId: string,
  entries: readonly FindingEvidenceEntry[],
  path = 'evidence',
): Promise<void> {
  const known = new Map<RecordKind, ReadonlySet<string>>();
  for (const kind of RECORD_KINDS) {
    const ids = entries.flatMap((entry) =>
      entry.kind === kind && entry.ref !== undefined ? [entry.ref] : [],
    );
    known.set(kind, ids.length === 0 ? new Set() : new Set(await idsInCase(on, caseId, kind, ids)));
  }
  const errors = entries.flatMap(({ kind, ref }, index) => {
    const found = isRecord(kind) ? known.get(kind) : undefined;
    if (found === undefined || ref === undefined || found.has(ref.toLowerCase())) return [];
    return [{ path: `${path}.${index}.ref`, message: `there is no such ${kind} in this case` }];
  });
  if (errors.length > 0)
    throw new InvalidInputError('evidence_unknown', 'Some of the evidence is not in this case.', errors);
}

function isRecord(kind: string): kind is RecordKind {
  return (RECORD_KINDS as readonly string[]).includes(kind);
}

async function idsInCase(
  on: Executor,
  caseId: string,
  kind: RecordKind,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await rowsInCase(on, caseId, kind, ids);
  return rows.map(({ id }) => id);
}

function rowsInCase(
  on: Executor,
  caseId: string,
  kind: RecordKind,
  ids: readonly string[],
): Promise<{ id: string }[]> {
  switch (kind) {
    case 'frame':
      return on
        .selectFrom('frame')
        .innerJoin('clip', 'clip.id', 'frame.clip_id')
        .select('frame.id')
        .where('frame.id', 'in', ids)
        .where('clip.case_id', '=', caseId)
        .execute();
    case 'annotation':
      return on
        .selectFrom('annotation')
        .innerJoin('clip', 'clip.id', 'annotation.clip_id')
        .select('annotation.id')
        .where('annotation.id', 'in', ids)
        .where('annotation.withdrawn_at', 'is', null)
        .where('clip.case_id', '=', caseId)
        .execute();
    case 'finding':
      return on
        .selectFrom('finding')
        .innerJoin('clip', 'clip.id', 'finding.clip_id')
        .select('finding.id')
        .where('finding.id', 'in', ids)
        .where('finding.withdrawn_at', 'is', null)
        .where('clip.case_id', '=', caseId)
        .execute();
    // One clip of the case is enough: whoever cannot see the other learns from the id no more than the list of matches tells.
    case 'match':
      return on
        .selectFrom('clip_match')
        .innerJoin('clip', (join) =>
          join.on((eb) =>
            eb.or([
              eb('clip.id', '=', eb.ref('clip_match.clip_id')),
              eb('clip.id', '=', eb.ref('clip_match.other_clip_id')),
            ]),
          ),
        )
        .select('clip_match.id')
        .where('clip_match.id', 'in', ids)
        .where('clip.case_id', '=', caseId)
        .execute();
    case 'file':
      return on
        .selectFrom('artefact')
        .innerJoin('clip', 'clip.id', 'artefact.clip_id')
        .select('artefact.id')
        .where('artefact.id', 'in', ids)
        .where('clip.case_id', '=', caseId)
        .execute();
  }
}
