import { useDocumentTitle } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { WorkspaceProvider, type Clip, type Frame, type Workspace } from '@/workspace/workspace';
import classes from './clip-workspace.module.css';
import { ContactSheet } from './filmstrip/contact-sheet';
import { Filmstrip } from './filmstrip/filmstrip';
import { ClipHeader } from './header/clip-header';
import { Panels } from './panels/panels';
import { Stage } from './player/stage';
import { ProcessingNotice } from './processing/processing-notice';
import { PrintPage } from './print/print-page';
import { useEvidence } from './use-evidence';
import { usePlace } from './use-place';

interface Props {
  readonly clip: Clip;
  readonly frames: readonly Frame[];
  readonly framesError: unknown;
  readonly onFramesRetry: () => void;
}

/** The clip's page once the clip is known: what it shows beside what is said about it. */
export function ClipWorkspace({ clip, frames, framesError, onFramesRetry }: Props) {
  const { t } = useTranslation('clip');
  useDocumentTitle(`${clip.title ?? t('untitled')} · Sightline`);
  const place = usePlace(frames);
  const basket = useEvidence();
  const frame = frames.find(({ id }) => id === place.frameId);
  const { ptsMs, seek, selectFrame, openPanel, openView } = place;
  const { panel, view } = place.address;
  useKeys(t('filmstrip.title'), [
    { keys: 'c', label: t('sheet.toggle'), run: () => openView(view === 'sheet' ? 'desk' : 'sheet') },
  ]);
  const workspace = useMemo(
    (): Workspace => ({ clip, frames, frame, ptsMs, seek, selectFrame, panel, openPanel, ...basket }),
    [clip, frames, frame, ptsMs, seek, selectFrame, panel, openPanel, basket],
  );
  if (view === 'print')
    return (
      <WorkspaceProvider value={workspace}>
        <PrintPage onClose={() => openView('desk')} />
      </WorkspaceProvider>
    );
  return (
    <WorkspaceProvider value={workspace}>
      <ClipHeader clip={clip} onView={openView} />
      <ProcessingNotice clip={clip} />
      {framesError !== null && <ProblemAlert error={framesError} onRetry={onFramesRetry} />}
      {view === 'sheet' ? (
        <ContactSheet onClose={() => openView('desk')} />
      ) : (
        <div className={classes['desk']}>
          <div className={classes['footage']}>
            <Stage place={place} />
            <Filmstrip />
          </div>
          <Panels />
        </div>
      )}
    </WorkspaceProvider>
  );
}
