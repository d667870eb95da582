import { Button, Text } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FramePicture } from '@/safety/frame-picture';
import { useVeil } from '@/safety/unveiled';
import { clockOfMs } from '@/ui/time';
import type { Film } from './domain/film';
import { nearestFrame } from './domain/frame-step';
import { msOf, type Lockstep } from './domain/lockstep';
import type { Side } from './domain/segment-map';
import classes from './stage.module.css';
import { usePassage } from './use-passage';
import { useLockState } from './use-lockstep';

interface Props {
  readonly side: Side;
  readonly film: Film;
  readonly lock: Lockstep;
  readonly name: string;
  readonly isMirrored: boolean;
  readonly isMuted: boolean;
  /** Zoom and the part that is looked at: the same for both. */
  readonly look: CSSProperties;
  readonly style: CSSProperties;
  /** Lies over the picture. */
  readonly children?: ReactNode;
}

/** One clip's picture: its video, or the nearest keyframe while it is veiled or cannot be played here. */
export function Pane({ side, film, lock, name, isMirrored, isMuted, look, style, children }: Props) {
  const { t } = useTranslation('compare');
  const { isVeiled } = useVeil(film.clip);
  const { place, shownMs } = useLockState(lock);
  const [isUnplayable, setUnplayable] = useState(false);
  const attached = useRef<HTMLVideoElement>(null);
  const attach = useCallback(
    (video: HTMLVideoElement | null) => {
      attached.current = video;
      lock.attach(side, video);
    },
    [lock, side],
  );
  const { passage, isCovered, uncover } = usePassage(film.clip.id, shownMs[side], isVeiled);
  // Muted from the first byte on; sound is somebody's choice.
  useEffect(() => {
    if (attached.current !== null) attached.current.muted = isMuted || isCovered;
  });
  const original = film.clip.original;
  const isVideo = !isVeiled && !isUnplayable && original !== null;
  const isWaiting = msOf(place, side) === null;
  const frame = nearestFrame(film.frames, shownMs[side]);
  const why = isVeiled ? 'veiled' : isUnplayable ? 'unplayable' : 'missing';
  return (
    <figure className={classes['pane']} style={{ margin: 0, minWidth: 0, ...style }} aria-label={name}>
      <div className={classes['window']} dir="ltr">
        <div
          className={classes['zoomed']}
          style={isCovered ? { ...look, visibility: 'hidden' } : look}
          data-covered={isCovered}
        >
          <div
            className={[
              classes['turned'],
              isMirrored ? classes['mirrored'] : '',
              isWaiting ? classes['waiting'] : '',
            ].join(' ')}
            data-mirrored={isMirrored}
          >
            {isVideo ? (
              <video
                ref={attach}
                src={original.url}
                muted
                playsInline
                preload="metadata"
                disablePictureInPicture
                aria-label={name}
                onLoadedMetadata={() => lock.attach(side, attached.current)}
                onError={() => setUnplayable(true)}
              />
            ) : (
              frame !== undefined && <FramePicture clip={film.clip} frame={frame} size="image" alt={name} />
            )}
          </div>
        </div>
        {children}
        {passage !== undefined && (
          <div className={[classes['note'], classes['asks']].join(' ')}>
            <span>
              <bdi>{passage.warning}</bdi>
            </span>
            <Button size="compact-sm" variant="default" onClick={uncover}>
              {t('showPassage')}
            </Button>
          </div>
        )}
        {isWaiting && (
          <div className={classes['note']}>
            <span>{t('noCounterpart')}</span>
          </div>
        )}
        {!isVideo && frame === undefined && (
          <div className={classes['note']}>
            <span>{t('noPicture')}</span>
          </div>
        )}
      </div>
      <Text component="figcaption" size="xs" c="dimmed">
        {t(`side.${side}` as never)}
        {!isVideo && (
          <>
            {frame !== undefined && `, ${t('nearestFrame', { at: `\u2066${clockOfMs(frame.ptsMs)}\u2069` })}`}
            {'; '}
            {t(`whyFrames.${why}` as never)}
          </>
        )}
      </Text>
    </figure>
  );
}
