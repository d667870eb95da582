import { createImageAnnotator, type ImageAnnotation, type ImageAnnotator } from '@annotorious/annotorious';
import '@annotorious/annotorious/annotorious.css';
import { useEffect, useRef } from 'react';
import type { Shape, Size } from '@/regions/region';
import { fromAnnotorious, toAnnotorious } from './annotorious-shape';
import classes from './frame-board.module.css';

interface Props {
  readonly tool: 'rectangle' | 'polygon';
  readonly size: Size;
  readonly shape: Shape | null;
  readonly onShape: (shape: Shape | null) => void;
}

const DRAFT = 'draft';

/**
 * Draws and reshapes one rectangle or polygon with the mouse, by Annotorious. It lies over the picture on a canvas of its own:
 * it moves the element that it is given about in the document, which React must not find moved.
 */
export function AnnotoriousLayer({ tool, size, shape, onShape }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const annotator = useRef<ImageAnnotator>(null);
  const told = useRef<Shape | null>(null);
  /** The store tells synchronously. */
  const isOwnChange = useRef(false);
  const tell = useRef(onShape);
  useEffect(() => {
    tell.current = onShape;
  });
  const { width, height } = size;

  useEffect(() => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    host.current?.append(canvas);
    const made = createImageAnnotator(canvas, { drawingEnabled: true, autoSave: true, theme: 'light' });
    made.setDrawingTool(tool);
    annotator.current = made;
    told.current = null;
    const say = (annotation: ImageAnnotation | undefined) => {
      const drawn =
        annotation === undefined ? null : fromAnnotorious(annotation.target.selector, { width, height });
      if (drawn === undefined) return;
      told.current = drawn;
      // One region each: a second stroke would be a second annotation.
      made.setDrawingEnabled(drawn === null);
      tell.current(drawn);
    };
    made.state.store.observe(({ changes }) => {
      if (isOwnChange.current) return;
      const last = changes.updated?.at(-1)?.newValue ?? changes.created?.at(-1);
      if (last !== undefined) say(last);
      else if ((changes.deleted?.length ?? 0) > 0) say(undefined);
    });
    const quiet = quieted(canvas.parentElement ?? canvas);
    return () => {
      annotator.current = null;
      quiet.disconnect();
      made.destroy();
      canvas.remove();
    };
  }, [tool, width, height]);

  // What the keyboard or the numbers changed.
  useEffect(() => {
    const made = annotator.current;
    if (made === null || shape === told.current) return;
    told.current = shape;
    const selector = shape === null ? undefined : toAnnotorious(shape, { width, height });
    isOwnChange.current = true;
    made.state.selection.clear();
    made.state.store.clear();
    made.setDrawingEnabled(selector === undefined);
    if (selector !== undefined) {
      made.state.store.addAnnotation({ id: DRAFT, bodies: [], target: { annotation: DRAFT, selector } });
      made.setSelected(DRAFT, true);
    }
    isOwnChange.current = false;
  }, [shape, width, height]);

  return <div ref={host} className={classes['annotorious']} />;
}

/** The board around it takes the focus, has the name and says what is drawn: a screen reader would meet buttons without names. */
function quieted(drawing: HTMLElement): MutationObserver {
  const quiet = () => {
    for (const svg of drawing.querySelectorAll(':scope > svg')) svg.setAttribute('aria-hidden', 'true');
    for (const handle of drawing.querySelectorAll('[tabindex="0"]')) handle.setAttribute('tabindex', '-1');
  };
  const observer = new MutationObserver(quiet);
  observer.observe(drawing, { childList: true, subtree: true });
  quiet();
  return observer;
}
