import type { Schemas } from '@/api/problem';
import { shapesOf, type Size } from '@/regions/region';
import type { Marked } from '@/regions/region-overlay';
import type { Annotation } from './draft';

/** Drawn on this frame. Time ranges are no frame's: they are listed with all. */
export function isOnFrame(annotation: Annotation, frameId: string | undefined): boolean {
  return annotation.frameId !== null && annotation.frameId === frameId && annotation.anchor.startMs === null;
}

/** What is drawn over a frame: its annotations but the one that is being changed, the selected one standing out. */
export function marksOn(
  frame: Size & Pick<Schemas['Frame'], 'id'>,
  items: readonly Annotation[],
  { selected, without }: { readonly selected: string | null; readonly without: string | undefined },
): readonly Marked[] {
  return items
    .filter((annotation) => isOnFrame(annotation, frame.id) && annotation.id !== without)
    .map((annotation) => ({
      id: annotation.id,
      shapes: shapesOf(annotation.target.selector, frame),
      tone: annotation.id === selected ? ('strong' as const) : ('plain' as const),
    }));
}
