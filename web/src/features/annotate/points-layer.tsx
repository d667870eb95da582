import type { Point, Shape } from '@/regions/region';
import { clamp } from '@/regions/region';
import type { Grip } from './move-region';
import classes from './frame-board.module.css';

interface Props {
  readonly tool: 'line' | 'point';
  readonly shape: Shape | null;
  readonly grip: Grip;
  readonly onShape: (shape: Shape, grip: Grip) => void;
}

/** Sets points with the mouse: the one of a point, the corners of a line one after the other. Corners can be dragged. */
export function PointsLayer({ tool, shape, grip, onShape }: Props) {
  const points = pointsOf(shape);
  const put = (at: Point) => {
    if (tool === 'point') onShape({ kind: 'point', at }, 'whole');
    else onShape({ kind: 'line', points: [...points, at] }, points.length);
  };
  const drag = (index: number, at: Point) => {
    if (tool === 'point') onShape({ kind: 'point', at }, 'whole');
    else onShape({ kind: 'line', points: points.with(index, at) }, index);
  };
  return (
    <div className={classes['points']} onPointerDown={(event) => put(placeIn(event.currentTarget, event))}>
      {points.map((point, index) => (
        <span
          key={index}
          className={`${classes['grip']} ${grip === index ? classes['held'] : ''}`}
          style={{ insetInlineStart: `${point.x}%`, insetBlockStart: `${point.y}%` }}
          onPointerDown={(event) => {
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            const box = event.currentTarget.parentElement;
            if (box !== null && event.currentTarget.hasPointerCapture(event.pointerId))
              drag(index, placeIn(box, event));
          }}
        />
      ))}
    </div>
  );
}

function pointsOf(shape: Shape | null): readonly Point[] {
  if (shape?.kind === 'point') return [shape.at];
  return shape?.kind === 'line' ? shape.points : [];
}

function placeIn(box: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top, width, height } = box.getBoundingClientRect();
  return { x: clamp(((clientX - left) / width) * 100), y: clamp(((clientY - top) / height) * 100) };
}
