import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { FramePicture } from '@/safety/frame-picture';
import { useRanges } from '@/safety/use-ranges';
import { clockOfMs } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { frameAt, frameBeside } from '../nearest-frame';
import { isFree } from '../player/free-keys';
import classes from './filmstrip.module.css';

const WIDTH = 124;

/** The keyframes in a row, the present one marked. Only those in sight are asked for, veiled while the clip is. */
export function Filmstrip() {
  const { t } = useTranslation('clip');
  const { clip, frames, ptsMs, selectFrame } = useWorkspace();
  const { isLifted } = useRanges(clip.id);
  const scroller = useRef<HTMLDivElement>(null);
  const present = frameAt(frames, ptsMs);
  // Its answers may not be remembered between two renderings; this component reads them anew in each.
  // oxlint-disable-next-line react/incompatible-library
  const row = useVirtualizer({
    horizontal: true,
    count: frames.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => WIDTH,
    overscan: 4,
  });
  const index = present?.index === undefined ? -1 : frames.indexOf(present);
  useEffect(() => {
    if (index >= 0) row.scrollToIndex(index, { align: 'auto' });
  }, [index, row]);
  const go = (by: 1 | -1) => (event: KeyboardEvent) => {
    const frame = frameBeside(frames, ptsMs, by);
    if (!isFree(event) || frame === undefined) return;
    event.preventDefault();
    selectFrame(frame.id);
  };
  useKeys(t('filmstrip.title'), [
    { keys: 'ArrowLeft', label: t('player.toKeyframeBack'), run: go(-1) },
    { keys: 'ArrowRight', label: t('player.toKeyframeForward'), run: go(1) },
  ]);
  if (frames.length === 0) return null;
  return (
    <div ref={scroller} className={classes['strip']} dir="ltr" role="group" aria-label={t('filmstrip.title')}>
      <div className={classes['row']} style={{ width: row.getTotalSize() }}>
        {row.getVirtualItems().map(({ index: at, start, key }) => {
          const frame = frames[at];
          if (frame === undefined) return null;
          return (
            <button
              key={key}
              type="button"
              className={classes['frame']}
              style={{ left: start, width: WIDTH - 4 }}
              aria-current={at === index}
              onClick={() => selectFrame(frame.id)}
            >
              <FramePicture
                clip={clip}
                frame={frame}
                size="thumb"
                isRangeLifted={isLifted(frame.ptsMs)}
                alt={t('frameAt', { at: clockOfMs(frame.ptsMs) })}
              />
              <span aria-hidden>{clockOfMs(frame.ptsMs)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
