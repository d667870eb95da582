import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '@mantine/core';
import { RegionOverlay, type Marked } from '@/regions/region-overlay';
import type { Shape } from '@/regions/region';
import { FramePicture } from '@/safety/frame-picture';
import { useVeil } from '@/safety/unveiled';
import { clockOfMs } from '@/ui/time';
import type { Clip, Frame } from '@/workspace/workspace';
import { AnnotoriousLayer } from './annotorious-layer';
import type { Tool } from './draft';
import {
  FINE_STEP,
  firstShape,
  moved,
  nextGrip,
  STEP,
  withCorner,
  withoutCorner,
  type Grip,
} from './move-region';
import { PointsLayer } from './points-layer';
import classes from './frame-board.module.css';

interface Props {
  readonly clip: Clip;
  readonly frame: Frame;
  readonly marks: readonly Marked[];
  readonly onPick: (id: string) => void;
  /** Null while nothing is drawn. */
  readonly tool: Exclude<Tool, 'whole' | 'range'> | null;
  readonly shape: Shape | null;
  readonly grip: Grip;
  readonly onShape: (shape: Shape | null, grip?: Grip) => void;
}

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A frame with what is marked in it, and the board on which one region is drawn, by mouse or by keyboard. */
export function FrameBoard({ clip, frame, marks, onPick, tool, shape, grip, onShape }: Props) {
  const { t } = useTranslation('annotate');
  const help = useId();
  const { isVeiled } = useVeil(clip);
  const isDrawing = tool !== null && !isVeiled;
  const draft: Marked[] =
    tool === 'line' || tool === 'point'
      ? [{ id: 'draft', shapes: shape === null ? [] : [shape], tone: 'draft' }]
      : [];

  const onKeyDown = (event: KeyboardEvent) => {
    if (tool === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyed(event, shape ?? firstShape(tool), grip);
    if (next === undefined) return;
    event.preventDefault();
    // The player listens to the same keys on the whole page.
    event.stopPropagation();
    onShape(shape === null ? firstShape(tool) : next.shape, next.grip);
  };

  return (
    <div
      className={classes['stage']}
      dir="ltr"
      style={{
        aspectRatio: `${frame.width} / ${frame.height}`,
        // A portrait frame would be taller than the window.
        maxInlineSize: `calc(70vh * ${frame.width / frame.height})`,
      }}
    >
      <FramePicture
        clip={clip}
        frame={frame}
        size="image"
        alt={t('frameAt', { at: clockOfMs(frame.ptsMs) })}
        className={classes['picture'] ?? ''}
      />
      <RegionOverlay marks={isDrawing ? [...marks, ...draft] : marks} {...(isDrawing ? {} : { onPick })} />
      {isDrawing && (
        // A board with keys of its own is an application (WAI-ARIA 1.2, `application`) and must take the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are what it is for
        <div
          className={classes['board']}
          role="application"
          aria-roledescription={t('board')}
          aria-label={t('boardOf', { tool: t(`tool.${tool}` as never) })}
          aria-describedby={help}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          {tool === 'rectangle' || tool === 'polygon' ? (
            <AnnotoriousLayer tool={tool} size={frame} shape={shape} onShape={onShape} />
          ) : (
            <PointsLayer tool={tool} shape={shape} grip={grip} onShape={onShape} />
          )}
          <VisuallyHidden id={help}>{t('boardKeys')}</VisuallyHidden>
        </div>
      )}
    </div>
  );
}

function keyed(
  event: KeyboardEvent,
  shape: Shape,
  grip: Grip,
): { readonly shape: Shape; readonly grip: Grip } | undefined {
  const arrow = arrows[event.key];
  if (arrow !== undefined) {
    const step = event.shiftKey ? FINE_STEP : STEP;
    return { shape: moved(shape, grip, { x: arrow.x * step, y: arrow.y * step }), grip };
  }
  switch (event.key) {
    case ' ':
      return { shape, grip: nextGrip(shape, grip) };
    case 'Insert':
    case '+':
      return withCorner(shape, grip);
    case 'Delete':
    case '-':
      return withoutCorner(shape, grip);
    default:
      return undefined;
  }
}
