import { useTranslation } from 'react-i18next';
import { FramePicture } from '@/safety/frame-picture';
import { VeilNotice } from '@/safety/veil-notice';
import { clockOfMs } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { frameAt } from '../nearest-frame';
import type { PlaceInClip } from '../use-place';

/** What the clip shows at the place where one is. */
export function Stage({ place }: { readonly place: PlaceInClip }) {
  const { t } = useTranslation('clip');
  const { clip, frames } = useWorkspace();
  const frame = frameAt(frames, place.ptsMs);
  return (
    <>
      <VeilNotice clip={clip} />
      {frame !== undefined && (
        <FramePicture
          clip={clip}
          frame={frame}
          size="image"
          alt={t('frameAt', { at: clockOfMs(frame.ptsMs) })}
        />
      )}
    </>
  );
}
