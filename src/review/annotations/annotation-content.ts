import type { Selectable } from 'kysely';
import type { JsonObject } from '../../custody/index.js';
import type { Annotation as AnnotationTable } from '../../platform/db/schema.gen.js';
import type { Annotation, Landmark, TextualBody } from './annotation.contract.js';
import type { Selection, Selector } from './domain/selection.js';
import type { FrameSize } from './domain/shapes.js';

/** What a person says by an annotation: all that a later wording may change. */
export interface AnnotationContent {
  readonly motivation: Annotation['motivation'];
  readonly body: readonly TextualBody[];
  readonly selection: Selection;
  /** The selector as the client wrote it. */
  readonly written: Selector | null;
  /** Pixels of what was drawn on, when known. */
  readonly frame: FrameSize | null;
  readonly subjectId: string | null;
  readonly claimId: string | null;
  readonly stance: Annotation['stance'];
  readonly landmark: Landmark | null;
}

export function contentOf(row: Selectable<AnnotationTable>): AnnotationContent {
  const { region, frame, written } = row.selector as unknown as Pick<AnnotationContent, 'frame' | 'written'> &
    Selection;
  const { start_ms: startMs, end_ms: endMs } = row;
  return {
    motivation: row.motivation as AnnotationContent['motivation'],
    body: row.body as unknown as TextualBody[],
    selection: { range: startMs === null || endMs === null ? null : { startMs, endMs }, region },
    written,
    frame,
    subjectId: row.subject_id,
    claimId: row.claim_id,
    stance: row.stance as AnnotationContent['stance'],
    landmark: row.landmark as unknown as Landmark | null,
  };
}

/** The contents as JSON, for the log and for earlier wordings. */
export function asJson(content: AnnotationContent): JsonObject {
  return JSON.parse(JSON.stringify(content)) as JsonObject;
}
