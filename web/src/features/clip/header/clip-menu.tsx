import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '@/api/queries';
import { useWorkspace, type Clip } from '@/workspace/workspace';
import type { ClipView } from '../address';
import { DownloadDialog } from './download-dialog';
import { EditDialog } from './edit-dialog';
import { useSteer } from './use-steer';
import { WorkDialog, type WorkMove } from './work-dialog';

interface Props {
  readonly clip: Clip;
  readonly onView: (view: ClipView) => void;
}

/** What can be done with the whole clip; what the reader's role or the clip's state forbids is not there. */
export function ClipMenu({ clip, onView }: Props) {
  const { t } = useTranslation('clip');
  const { openPanel } = useWorkspace();
  const role = useRole(clip.caseId);
  const [move, setMove] = useState<WorkMove | null>(null);
  const [isEditing, edit] = useDisclosure(false);
  const [isLeaving, download] = useDisclosure(false);
  const steer = useSteer(clip.id);
  const { state, parts } = clip.processing;
  const isClosed = clip.work === 'closed';
  const isAtWork = state === 'queued' || state === 'running';
  const canRetry =
    state === 'failed' || state === 'cancelled' || parts.some((part) => part.state === 'failed');
  const isReviewer = role === 'reviewer' || role === 'lead';
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={32} aria-label={t('menu.title')}>
            <EllipsisVertical size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isReviewer && !isClosed && <Menu.Item onClick={edit.open}>{t('menu.edit')}</Menu.Item>}
          {isReviewer && !isClosed && clip.work !== 'needs_help' && (
            <Menu.Item onClick={() => setMove('needs_help')}>{t('menu.needsHelp')}</Menu.Item>
          )}
          {isReviewer && !isClosed && (
            <Menu.Item onClick={() => setMove('close')}>{t('menu.close')}</Menu.Item>
          )}
          {isReviewer && clip.work === 'needs_help' && (
            <Menu.Item onClick={() => setMove('helped')}>{t('menu.helped')}</Menu.Item>
          )}
          {role === 'lead' && isClosed && (
            <Menu.Item onClick={() => setMove('reopen')}>{t('menu.reopen')}</Menu.Item>
          )}
          {isReviewer && canRetry && !isAtWork && (
            <Menu.Item onClick={() => steer.mutate('retry')}>{t('menu.retry')}</Menu.Item>
          )}
          {isReviewer && isAtWork && (
            <Menu.Item onClick={() => steer.mutate('cancel')}>{t('menu.cancel')}</Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => openPanel('custody')}>{t('menu.history')}</Menu.Item>
          <Menu.Item onClick={() => onView('sheet')}>{t('sheet.toggle')}</Menu.Item>
          <Menu.Item onClick={() => onView('print')}>{t('menu.print')}</Menu.Item>
          {isReviewer && clip.original !== null && (
            <Menu.Item onClick={download.open}>{t('menu.download')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {move !== null && <WorkDialog clip={clip} move={move} onClose={() => setMove(null)} />}
      {isEditing && <EditDialog clip={clip} onClose={edit.close} />}
      {isLeaving && <DownloadDialog clip={clip} onClose={download.close} />}
    </>
  );
}
