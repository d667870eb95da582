import { Alert, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/problem-alert';
import { ClipsMap } from './clips-map';
import { caseTimelineQuery } from './map-queries';

/** Where the newest 200 clips of a case are said, embedded or found to be. All of them, with their times: the map page. */
export function CaseMap({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('map');
  const { data, error, refetch } = useInfiniteQuery(caseTimelineQuery(caseId));
  if (error !== null && data === undefined)
    return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Text size="sm">{t('loading')}</Text>;
  const placed = (data.pages[0]?.items ?? []).filter(({ places }) => places.length > 0);
  if (placed.length === 0) return <Alert color="gray">{t('clips.none')}</Alert>;
  return <ClipsMap clips={placed} fitTo={caseId} />;
}
