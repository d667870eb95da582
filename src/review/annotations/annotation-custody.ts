import type { ClipRow } from '../../clips/index.js';
import type { CustodyEntry, JsonObject } from '../../custody/index.js';
import { actorOf, type Principal } from '../../identity/index.js';
import { asJson, contentOf } from './annotation-content.js';
import { annotationRevisionWords, annotationWords } from './annotation-words.js';
import type { AnnotationRow } from './annotation.repository.js';

type Act = 'annotation.made' | 'annotation.changed' | 'annotation.withdrawn';

/** The event holds where and about whom; what was drawn and said, before and after, is private, field by field. */
export function annotationEvent(
  action: Act,
  principal: Principal,
  clip: ClipRow,
  rows: { readonly before: AnnotationRow | null; readonly after: AnnotationRow },
): CustodyEntry {
  const { before, after } = rows;
  return {
    chain: clip.case_id,
    clipId: clip.id,
    action,
    actor: actorOf(principal),
    body: {
      annotationId: after.id,
      version: after.version,
      ptsMs: after.pts_ms,
      startMs: after.start_ms,
      endMs: after.end_ms,
      subjectId: after.subject_id,
    },
    private: {
      ...fieldsOf(before, after),
      rows: Object.fromEntries([
        annotationWords(after),
        ...(action === 'annotation.changed' && before !== null
          ? [
              annotationRevisionWords({
                annotationId: before.id,
                version: before.version,
                content: contentOf(before),
                changedBy: principal.userId,
              }),
            ]
          : []),
      ]),
    },
  };
}

/** Only the fields that differ. */
function fieldsOf(before: AnnotationRow | null, after: AnnotationRow): JsonObject {
  const now = said(after);
  if (before === null) return { before: null, after: now };
  const then = said(before);
  const changed = Object.keys(now).filter((name) => JSON.stringify(then[name]) !== JSON.stringify(now[name]));
  const only = (fields: JsonObject) =>
    Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]));
  return { before: only(then), after: only(now) };
}

function said(row: AnnotationRow): JsonObject {
  return { ...asJson(contentOf(row)), withdrawn: row.withdrawn_at !== null };
}
