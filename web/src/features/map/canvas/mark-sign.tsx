import { useComputedColorScheme } from '@mantine/core';
import type { Shape, Tone } from './map-content';
import { tones } from './palette';
import { SHAPE_SIZE, shapeCorners } from './shape-corners';

interface Props {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly isHollow?: boolean;
  readonly size?: number;
}

/** A mark as the map draws it, beside the words that say the same. */
export function MarkSign({ shape, tone, isHollow = false, size = 16 }: Props) {
  const color = tones[useComputedColorScheme('light')][tone];
  return (
    <svg
      viewBox={`0 0 ${SHAPE_SIZE} ${SHAPE_SIZE}`}
      width={size}
      height={size}
      aria-hidden
      style={{ flexShrink: 0 }}
    >
      <polygon
        points={shapeCorners[shape].map((corner) => corner.join(',')).join(' ')}
        fill={isHollow ? 'none' : color}
        stroke={color}
        strokeWidth={isHollow ? 5 : 2}
        strokeLinejoin="round"
      />
    </svg>
  );
}
