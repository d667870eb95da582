import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RoutePending } from '@/app/route-states';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace, type Clip } from '@/workspace/workspace';
import { ClusterList } from './cluster-list';
import type { Match } from './domain/segment-map';
import { MatchCard } from './match-card';
import { clusterQuery, matchesQuery, type AnyMatch } from './queries';

/** Where else a clip's bytes, pictures or sound are, and which copy is known since when. */
export function MatchesPanel() {
  const { t } = useTranslation('compare');
  const { clip } = useWorkspace();
  const matches = useQuery(matchesQuery(clip.id));
  const cluster = useQuery(clusterQuery(clip.id));
  if (matches.isPending) return <RoutePending />;
  if (matches.isError) return <ProblemAlert error={matches.error} onRetry={() => void matches.refetch()} />;
  const { items, nextCursor } = matches.data;
  const seen = items.filter(isSeen);
  const elsewhere = items.filter((match) => !isSeen(match));
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('matches.title')}
      </Title>
      {items.length === 0 && <NoMatches clip={clip} />}
      {seen.map((match) => (
        <MatchCard
          key={match.id}
          match={match}
          other={cluster.data?.items.find(({ clipId }) => clipId === match.clipId)}
        />
      ))}
      {elsewhere.length > 0 && (
        <List size="sm">
          {elsewhere.map(({ id }) => (
            <List.Item key={id}>{t('matches.elsewhere')}</List.Item>
          ))}
        </List>
      )}
      {nextCursor !== null && <Text size="sm">{t('matches.more')}</Text>}
      {cluster.isError && <ProblemAlert error={cluster.error} onRetry={() => void cluster.refetch()} />}
      {cluster.data !== undefined && cluster.data.size > 1 && <ClusterList cluster={cluster.data} />}
    </Stack>
  );
}

/** "Nothing found" is said only when the search has run: silence of a search that failed is no answer. */
function NoMatches({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('compare');
  const state = clip.processing.parts.find(({ part }) => part === 'match')?.state;
  if (state === 'failed' || state === 'skipped')
    return <EmptyState title={t('matches.failed')}>{t('matches.failedWhy')}</EmptyState>;
  if (state === 'complete') return <EmptyState title={t('matches.none')}>{t('matches.noneWhy')}</EmptyState>;
  return <EmptyState title={t('matches.waiting')}>{t('matches.waitingWhy')}</EmptyState>;
}

function isSeen(match: AnyMatch): match is Match {
  return !('elsewhere' in match);
}
