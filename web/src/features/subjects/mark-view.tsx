import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shapesOf } from '@/regions/region';
import { RegionOverlay } from '@/regions/region-overlay';
import { FramePicture } from '@/safety/frame-picture';
import type { Sensitive } from '@/safety/unveiled';
import { clockOfMs } from '@/ui/time';
import type { Mark } from './subject-api';
import classes from './subjects.module.css';

interface Props {
  readonly clip: Sensitive;
  readonly mark: Mark;
  readonly name: string;
}

/** One mark: the frame with the region on it, and the way to it. A part of the time, or a frame that is gone, in words. */
export function MarkView({ clip, mark, name }: Props) {
  const { t } = useTranslation('subjects');
  const { thumbUrl, imageUrl, size, selector, ptsMs, startMs, endMs } = mark;
  const time =
    startMs === null || endMs === null
      ? clockOfMs(ptsMs ?? 0)
      : `${clockOfMs(startMs)} – ${clockOfMs(endMs)}`;
  const search = {
    panel: 'annotate',
    mark: mark.id,
    ...(mark.frameId === null ? { t: startMs ?? ptsMs ?? 0, marks: 'all' } : { frame: mark.frameId }),
  };
  const shapes = size === null ? [] : shapesOf(selector ?? undefined, size);
  return (
    <div role="listitem" className={classes['mark']}>
      <Anchor
        component={Link}
        to={`/clips/${clip.id}`}
        search={search as never}
        className={classes['open'] ?? ''}
      >
        {thumbUrl !== null && imageUrl !== null && size !== null ? (
          <span
            className={classes['picture']}
            dir="ltr"
            style={{
              aspectRatio: `${size.width} / ${size.height}`,
              maxInlineSize: `calc(16rem * ${size.width / size.height})`,
            }}
          >
            <FramePicture
              clip={clip}
              frame={{ thumbUrl, imageUrl }}
              size="thumb"
              alt={t('markedIn', { name, time })}
              className={classes['image'] ?? ''}
            />
            <RegionOverlay marks={[{ id: mark.id, shapes, tone: 'strong' }]} />
          </span>
        ) : (
          <span className={classes['noPicture']}>
            <Clock size={20} aria-hidden />
            <span>{startMs === null ? t('frameGone') : t('inTime')}</span>
          </span>
        )}
        <Text span size="sm" dir="ltr">
          {time}
        </Text>
      </Anchor>
    </div>
  );
}
