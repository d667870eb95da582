import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clipQuery, framesQuery } from '@/api/queries';
import { Page } from '@/ui/page';
import { ProblemAlert } from '@/ui/problem-alert';
import { ClipWorkspace } from './clip-workspace';

/** One clip, everything that is known of it and everything that one can do with it. */
export function ClipPage() {
  const { t } = useTranslation('clip');
  const { clipId = '' } = useParams({ strict: false });
  const clip = useQuery(clipQuery(clipId));
  const frames = useQuery(framesQuery(clipId));
  if (clip.data === undefined && clip.error !== null)
    return (
      <Page title={t('notShown')}>
        <ProblemAlert error={clip.error} onRetry={() => void clip.refetch()} />
      </Page>
    );
  if (clip.data === undefined || frames.isPending)
    return (
      <Center mih={300}>
        <Loader aria-label={t('loading')} />
      </Center>
    );
  return (
    <ClipWorkspace
      key={clipId}
      clip={clip.data}
      frames={frames.data ?? []}
      framesError={frames.error}
      onFramesRetry={() => void frames.refetch()}
    />
  );
}
