import { Slider } from '@mantine/core';
import { type CSSProperties, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Film } from './domain/film';
import type { Lockstep } from './domain/lockstep';
import type { Side } from './domain/segment-map';
import type { Look } from './look';
import { Pane } from './pane';
import classes from './stage.module.css';
import type { View } from './use-compare-address';

interface Props {
  readonly sides: Readonly<Record<Side, Film>>;
  readonly names: Readonly<Record<Side, string>>;
  readonly lock: Lockstep;
  readonly view: View;
  readonly isMirrored: boolean;
  readonly sound: Side | 'none';
  readonly look: Look;
  /** Which of the two a flicker shows. */
  readonly shown: Side;
  /** How much of this clip the slider shows, in per cent of the width. */
  readonly wipe: number;
  readonly onWipe: (wipe: number) => void;
}

const USUAL_ASPECT = 16 / 9;

/** Both pictures: beside each other, or one over the other. The players stay the same whatever the view. */
export function Stage({ sides, names, lock, view, isMirrored, sound, look, shown, wipe, onWipe }: Props) {
  const { t } = useTranslation('compare');
  const isStacked = view !== 'side';
  const aspect = (side: Side) => sides[side].aspect ?? USUAL_ASPECT;
  const lookStyle: CSSProperties = {
    transform: `scale(${look.zoom}) translate(${-look.x}%, ${-look.y}%)`,
  };
  const over: CSSProperties =
    view === 'flicker'
      ? { opacity: shown === 'other' ? 1 : 0 }
      : view === 'slider'
        ? { clipPath: `inset(0 0 0 ${wipe}%)` }
        : view === 'difference'
          ? { mixBlendMode: 'difference' }
          : {};
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (view !== 'slider' || event.buttons !== 1) return;
    const window = event.currentTarget.querySelector('figure')?.getBoundingClientRect();
    if (window === undefined || window.width === 0) return;
    onWipe(Math.min(100, Math.max(0, ((event.clientX - window.x) / window.width) * 100)));
  };
  const paneOf = (side: Side, style: CSSProperties) => (
    <Pane
      side={side}
      film={sides[side]}
      lock={lock}
      name={names[side]}
      isMirrored={side === 'other' && isMirrored}
      isMuted={sound !== side}
      look={lookStyle}
      style={{ ['--aspect' as string]: aspect(isStacked ? 'this' : side), ...style }}
    >
      {view === 'slider' && side === 'this' && (
        <div className={classes['edge']} style={{ insetInlineStart: `${wipe}%` }} />
      )}
    </Pane>
  );
  return (
    <>
      <div
        role="group"
        aria-label={t(`view.${view}` as never)}
        className={[
          classes['stage'],
          isStacked ? classes['stacked'] : classes['side'],
          view === 'slider' ? classes['wipe'] : '',
        ].join(' ')}
        // The first picture is what the second is held against: nothing behind the stage may shine through.
        style={isStacked ? { isolation: 'isolate' } : undefined}
        onPointerDown={drag}
        onPointerMove={drag}
        data-view={view}
        data-shown={shown}
      >
        {paneOf('this', view === 'flicker' ? { opacity: shown === 'this' ? 1 : 0 } : {})}
        {paneOf('other', over)}
      </div>
      {view === 'slider' && (
        <div className={classes['wipeRail']} style={{ ['--aspect' as string]: aspect('this') }}>
          <Slider
            dir="ltr"
            thumbLabel={t('wipe')}
            label={(value) => `${Math.round(value)} %`}
            value={wipe}
            onChange={onWipe}
          />
        </div>
      )}
    </>
  );
}
