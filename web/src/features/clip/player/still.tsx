import { useTranslation } from 'react-i18next';
import { FramePicture } from '@/safety/frame-picture';
import { useRanges } from '@/safety/use-ranges';
import { EmptyState } from '@/ui/empty-state';
import { clockOfMs } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { frameAt } from '../nearest-frame';
import type { PlaceInClip } from '../use-place';
import { sightStyle, type Sight } from './sight';

interface Props {
  readonly place: PlaceInClip;
  readonly sight: Sight;
}

/** The keyframe at or before the place, where there is no film to be shown. */
export function Still({ place, sight }: Props) {
  const { t } = useTranslation('clip');
  const { clip, frames } = useWorkspace();
  const { isLifted } = useRanges(clip.id);
  const frame = frameAt(frames, place.ptsMs);
  if (frame === undefined)
    return <EmptyState title={t('noFrames.title')}>{t(noFramesText(clip))}</EmptyState>;
  return (
    <FramePicture
      clip={clip}
      frame={frame}
      size="image"
      isRangeLifted={isLifted(frame.ptsMs)}
      alt={t('frameAt', { at: clockOfMs(frame.ptsMs) })}
      style={sightStyle(sight, '')}
    />
  );
}

function noFramesText(clip: { readonly processing: { readonly state: string } }) {
  switch (clip.processing.state) {
    case 'queued':
    case 'running':
      return 'noFrames.yet';
    case 'failed':
    case 'cancelled':
      return 'noFrames.failed';
    default:
      return 'noFrames.none';
  }
}
