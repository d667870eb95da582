import type { Schemas } from '@/api/problem';
import { selectorOf, shapesOf, type Selector, type Shape, type Size } from '@/regions/region';
import { parsePosition } from '@/regions/position';
import { parseRange, rangeSelector } from './time-range';

export type Annotation = Schemas['Annotation'];
export type AnnotationRequest = Schemas['AnnotationRequest'];
export type Motivation = Schemas['Motivation'];
export type Stance = Schemas['Stance'];
export type Tool = 'rectangle' | 'polygon' | 'line' | 'point' | 'whole' | 'range';

/** What is being written: of strings and numbers alone, so that it survives a reload of the page as text. */
export interface Draft {
  readonly tool: Tool;
  /** Null for a part of the clip's time. */
  readonly frameId: string | null;
  readonly shape: Shape | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly label: string;
  readonly note: string;
  /** Null: by what is said. */
  readonly motivation: Motivation | null;
  readonly subjectId: string | null;
  readonly landmark: { readonly position: string; readonly agree: boolean; readonly note: string } | null;
  readonly claimId: string | null;
  readonly stance: Stance;
  /** What is changed by this draft, as it was when the change began. */
  readonly base: Annotation | null;
}

export type Lack = 'shape' | 'range' | 'words' | 'position';

export function emptyDraft(tool: Tool, at: { frameId: string | null; ptsMs: number }): Draft {
  const isRange = tool === 'range';
  return {
    tool,
    frameId: isRange ? null : at.frameId,
    shape: null,
    startMs: isRange ? at.ptsMs : null,
    endMs: null,
    label: '',
    note: '',
    motivation: null,
    subjectId: null,
    landmark: null,
    claimId: null,
    stance: 'supports',
    base: null,
  };
}

export function draftOf(annotation: Annotation, size: Size): Draft {
  const shapes = shapesOf(annotation.target.selector, size);
  const [shape] = shapes;
  const { startMs, endMs } = annotation.anchor;
  const { landmark } = annotation;
  return {
    tool: startMs === null ? toolOf(shape) : 'range',
    frameId: annotation.frameId,
    shape: shapes.length === 1 && shape !== undefined && startMs === null ? shape : null,
    startMs,
    endMs,
    label: bodyOf(annotation, 'label')?.value ?? '',
    note: bodyOf(annotation, 'note')?.value ?? '',
    motivation: annotation.motivation,
    subjectId: annotation.subjectId,
    landmark:
      landmark === null
        ? null
        : {
            position: `${landmark.lat}, ${landmark.lon}`,
            agree: landmark.agree,
            note: landmark.note ?? '',
          },
    claimId: annotation.claimId,
    stance: annotation.stance ?? 'neutral',
    base: annotation,
  };
}

function toolOf(shape: Shape | undefined): Tool {
  if (shape === undefined) return 'whole';
  return shape.kind === 'ellipse' ? 'whole' : shape.kind;
}

/** The one that is shown as label (tagging) or as note (the first that is anything else). */
export function bodyOf(
  { body }: Pick<Annotation, 'body'>,
  as: 'label' | 'note',
): Annotation['body'][number] | undefined {
  return body.find(({ purpose }) => (purpose === 'tagging') === (as === 'label'));
}

/** Drawings of several shapes, and ellipses, come from other programs: they are kept as they are. */
export function keepsDrawing({ base, shape, tool }: Draft): boolean {
  return base !== null && base.target.selector !== undefined && shape === null && tool === 'whole';
}

/** What must still be said before the draft can be kept. */
export function lacksOf(draft: Draft, durationMs: number | null): readonly Lack[] {
  const lacks: Lack[] = [];
  if (draft.tool === 'range') {
    if (parseRange(draft, durationMs) === undefined) lacks.push('range');
  } else if (draft.tool !== 'whole' && !isDrawn(draft.shape)) lacks.push('shape');
  if (draft.landmark !== null && parsePosition(draft.landmark.position) === undefined) lacks.push('position');
  const says = draft.label.trim() !== '' || draft.note.trim() !== '';
  const points = draft.subjectId !== null || draft.landmark !== null || draft.claimId !== null;
  if (!says && !points) lacks.push('words');
  return lacks;
}

function isDrawn(shape: Shape | null): boolean {
  if (shape === null) return false;
  if (shape.kind === 'polygon') return shape.points.length >= 3;
  if (shape.kind === 'line') return shape.points.length >= 2;
  return true;
}

/** Of the Web Annotation model's motivations, the one that fits what is said. */
export function sensibleMotivation(draft: Draft): Motivation {
  if (draft.landmark !== null || draft.claimId !== null) return 'linking';
  if (draft.subjectId !== null) return 'identifying';
  if (draft.note.trim() !== '') return 'describing';
  return 'tagging';
}

/** The request that keeps the draft. Call it only when it lacks nothing. */
export function requestOf(draft: Draft, source: string, size: Size | undefined): AnnotationRequest {
  const selector = selectorFor(draft, size);
  const position = draft.landmark === null ? undefined : parsePosition(draft.landmark.position);
  return {
    type: 'Annotation',
    motivation: draft.motivation ?? sensibleMotivation(draft),
    body: bodiesOf(draft),
    target: { source, ...(selector === undefined ? {} : { selector }) },
    subjectId: draft.subjectId,
    claimId: draft.claimId,
    stance: draft.claimId === null ? null : draft.stance,
    landmark:
      draft.landmark === null || position === undefined
        ? null
        : {
            ...position,
            agree: draft.landmark.agree,
            ...(draft.landmark.note.trim() === '' ? {} : { note: draft.landmark.note }),
          },
  };
}

function selectorFor(draft: Draft, size: Size | undefined): Selector | undefined {
  const { base } = draft;
  if (draft.tool === 'range') {
    const range = rangeSelector(draft.startMs ?? 0, draft.endMs ?? 0);
    const given = base?.target.selector;
    return given?.refinedBy === undefined ? range : { ...range, refinedBy: given.refinedBy };
  }
  if (draft.shape !== null && size !== undefined) return selectorOf(draft.shape, size);
  return keepsDrawing(draft) ? base?.target.selector : undefined;
}

/** Other programs may have said more than a label and a note: what is not shown here stays. */
function bodiesOf({ label, note, base }: Draft): Annotation['body'] {
  const shown = base === null ? [] : [bodyOf(base, 'label'), bodyOf(base, 'note')];
  const others = (base?.body ?? []).filter((body) => !shown.includes(body));
  const written = [
    { value: label, before: shown[0], purpose: 'tagging' as const },
    { value: note, before: shown[1], purpose: 'describing' as const },
  ].flatMap(({ value, before, purpose }) =>
    value.trim() === '' ? [] : [{ ...(before ?? { type: 'TextualBody' as const, purpose }), value }],
  );
  return [...written, ...others];
}

/** The same annotation once more, by another request: what undoing a deletion makes. */
export function requestAgain(annotation: Annotation): AnnotationRequest {
  const { type, motivation, body, target, subjectId, claimId, stance, landmark } = annotation;
  return { type, motivation, body, target, subjectId, claimId, stance, landmark };
}
