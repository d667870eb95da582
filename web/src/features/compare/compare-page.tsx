import { Anchor } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RoutePending } from '@/app/route-states';
import { clipQuery, framesQuery } from '@/api/queries';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { ProblemAlert } from '@/ui/problem-alert';
import { CompareDesk } from './compare-desk';
import { seenFrom, type Match } from './domain/segment-map';
import { matchQuery, measuresQuery } from './queries';

/** Two clips that share pictures or sound, locked to one another. */
export function ComparePage() {
  const { t } = useTranslation('compare');
  const { clipId = '', matchId = '' } = useParams({ strict: false });
  const asked = useQuery(matchQuery(clipId, matchId));
  return (
    <Page
      title={t('title')}
      actions={
        <Anchor component={Link} to={`/clips/${clipId}?panel=matches`}>
          {t('backToClip')}
        </Anchor>
      }
    >
      {asked.isPending && <RoutePending />}
      {asked.isError && <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data !== undefined && <Found match={asked.data} clipId={clipId} />}
    </Page>
  );
}

function Found({
  match,
  clipId,
}: {
  readonly match: Match | { readonly elsewhere: true };
  readonly clipId: string;
}) {
  const { t } = useTranslation('compare');
  if ('elsewhere' in match) return <EmptyState title={t('elsewhere')}>{t('elsewhereWhy')}</EmptyState>;
  const seen = seenFrom(match, clipId);
  if (seen === undefined) return <EmptyState title={t('notOfThisClip')}>{t('notOfThisClipWhy')}</EmptyState>;
  return <Both match={seen} />;
}

function Both({ match }: { readonly match: Match }) {
  const ids = [match.ofClipId, match.clipId];
  const clips = useQueries({ queries: ids.map((id) => clipQuery(id)) });
  const frames = useQueries({ queries: ids.map((id) => framesQuery(id)) });
  const measures = useQueries({ queries: ids.map((id) => measuresQuery(id)) });
  const all = [...clips, ...frames, ...measures];
  const failed = all.find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined) {
    const again = () => {
      for (const one of all) if (one.isError) void one.refetch();
    };
    return <ProblemAlert error={failed.error} onRetry={again} />;
  }
  const [one, two] = [0, 1].map((index) => {
    const [clip, pictures, measured] = [clips[index]?.data, frames[index]?.data, measures[index]?.data];
    return clip === undefined || pictures === undefined || measured === undefined
      ? undefined
      : { clip, frames: pictures, ...measured };
  });
  if (one === undefined || two === undefined) return <RoutePending />;
  return <CompareDesk key={match.id} match={match} sides={{ this: one, other: two }} />;
}
