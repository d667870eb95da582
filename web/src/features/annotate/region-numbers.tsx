import { Group, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clamp, round, type Point, type Shape } from '@/regions/region';
import type { Grip } from './move-region';

interface Props {
  readonly shape: Shape;
  readonly grip: Grip;
  readonly onShape: (shape: Shape) => void;
}

/** The region in numbers, in percent of the picture, to read and to type. Of a line or polygon the corner that is held. */
export function RegionNumbers({ shape, grip, onShape }: Props) {
  const { t } = useTranslation('annotate');
  if (shape.kind === 'ellipse') return null;
  const corner = cornerOf(shape, grip);
  const put = (at: Point) => onShape(withCornerAt(shape, grip, at));
  return (
    <Group gap="xs" grow wrap="nowrap" dir="ltr">
      <Percent label={t('x')} value={corner.x} onValue={(x) => put({ x, y: corner.y })} />
      <Percent label={t('y')} value={corner.y} onValue={(y) => put({ x: corner.x, y })} />
      {shape.kind === 'rectangle' && (
        <>
          <Percent
            label={t('width')}
            value={shape.width}
            onValue={(width) => onShape({ ...shape, width: Math.min(width, round(100 - shape.at.x)) })}
          />
          <Percent
            label={t('height')}
            value={shape.height}
            onValue={(height) => onShape({ ...shape, height: Math.min(height, round(100 - shape.at.y)) })}
          />
        </>
      )}
    </Group>
  );
}

function Percent({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
}) {
  return (
    <NumberInput
      size="xs"
      label={label}
      suffix="%"
      min={0}
      max={100}
      decimalScale={2}
      hideControls
      value={Math.round(value * 100) / 100}
      onValueChange={({ floatValue }, { event }) => {
        // Numbers that came from the drawing itself have no event, and would be rounded by being told back.
        if (event !== undefined && floatValue !== undefined) onValue(clamp(floatValue));
      }}
    />
  );
}

function cornerOf(shape: Exclude<Shape, { kind: 'ellipse' }>, grip: Grip): Point {
  if (shape.kind === 'rectangle' || shape.kind === 'point') return shape.at;
  return shape.points[grip === 'whole' ? 0 : grip] ?? { x: 0, y: 0 };
}

function withCornerAt(shape: Exclude<Shape, { kind: 'ellipse' }>, grip: Grip, at: Point): Shape {
  if (shape.kind === 'point') return { ...shape, at };
  if (shape.kind === 'rectangle')
    return {
      ...shape,
      at: { x: round(Math.min(at.x, 100 - shape.width)), y: round(Math.min(at.y, 100 - shape.height)) },
    };
  const index = grip === 'whole' ? 0 : grip;
  return { ...shape, points: shape.points.with(Math.min(index, shape.points.length - 1), at) };
}
