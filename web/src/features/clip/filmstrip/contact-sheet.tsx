import { Button, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FramePicture } from '@/safety/frame-picture';
import { useRanges } from '@/safety/use-ranges';
import { VeilNotice } from '@/safety/veil-notice';
import { EmptyState } from '@/ui/empty-state';
import { clockOfMs } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { frameAt } from '../nearest-frame';
import classes from './filmstrip.module.css';

/** All keyframes at once. Choosing one goes back to the desk with it. */
export function ContactSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('clip');
  const { clip, frames, ptsMs, selectFrame } = useWorkspace();
  const { isLifted } = useRanges(clip.id);
  const present = frameAt(frames, ptsMs);
  return (
    <section aria-labelledby="sheet">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="sheet">
          {t('sheet.title', { count: frames.length })}
        </Title>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('sheet.close')}
        </Button>
      </Group>
      <VeilNotice clip={clip} />
      {frames.length === 0 && <EmptyState title={t('noFrames.title')} />}
      <div className={classes['sheet']}>
        {frames.map((frame) => (
          <button
            key={frame.id}
            type="button"
            className={classes['frame']}
            aria-current={frame === present}
            onClick={() => {
              selectFrame(frame.id);
              onClose();
            }}
          >
            <FramePicture
              clip={clip}
              frame={frame}
              size="thumb"
              isRangeLifted={isLifted(frame.ptsMs)}
              alt={t('frameAt', { at: clockOfMs(frame.ptsMs) })}
            />
            <span aria-hidden dir="ltr">
              {clockOfMs(frame.ptsMs)}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
