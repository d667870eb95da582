import type { Point, Shape } from './region';
import classes from './region-overlay.module.css';

export interface Marked {
  readonly id: string;
  readonly shapes: readonly Shape[];
  readonly tone?: 'plain' | 'strong' | 'draft';
}

interface Props {
  readonly marks: readonly Marked[];
  readonly onPick?: (id: string) => void;
}

/**
 * Regions over a picture that fills the same box. Only for the eye: whatever is shown here stands in words beside it. Each line
 * is drawn twice, dark under light, to be seen on any picture.
 */
export function RegionOverlay({ marks, onPick }: Props) {
  return (
    <svg className={classes['overlay']} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {marks.map(({ id, shapes, tone = 'plain' }) => (
        <g
          key={id}
          className={classes[tone]}
          {...(onPick === undefined ? {} : { onClick: () => onPick(id), 'data-pickable': true })}
        >
          {shapes.map((shape, index) => (
            <g key={index}>
              <Drawn shape={shape} className={classes['under'] ?? ''} />
              <Drawn shape={shape} className={classes['line'] ?? ''} />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

function Drawn({ shape, className }: { readonly shape: Shape; readonly className: string }) {
  const given = { className, vectorEffect: 'non-scaling-stroke' as const };
  switch (shape.kind) {
    case 'rectangle':
      return <rect x={shape.at.x} y={shape.at.y} width={shape.width} height={shape.height} {...given} />;
    case 'polygon':
      return <polygon points={listOf(shape.points)} {...given} />;
    case 'line':
      return <polyline points={listOf(shape.points)} {...given} fill="none" />;
    case 'ellipse':
      return <ellipse cx={shape.at.x} cy={shape.at.y} rx={shape.radiusX} ry={shape.radiusY} {...given} />;
    case 'point':
      return <Cross at={shape.at} className={className} />;
  }
}

/** A line without length and with round ends is a dot that no stretching of the picture makes an egg. */
function Cross({ at, className }: { readonly at: Point; readonly className: string }) {
  return (
    <path
      d={`M${at.x} ${at.y}h0`}
      className={`${className} ${classes['dot']}`}
      vectorEffect="non-scaling-stroke"
    />
  );
}

function listOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}
