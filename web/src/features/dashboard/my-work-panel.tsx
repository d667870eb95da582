import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { WorkBadge } from '@/ui/badges';
import classes from './dashboard.module.css';
import { Panel } from './panel';

const SHOWN = 6;

/** What waits for the reader themselves, most pressing first. */
export function MyWorkPanel({ caseId }: { readonly caseId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const inCase = caseId === undefined ? {} : { case: caseId };
  const work = useQuery({
    queryKey: [...keys.dashboard, 'mine', caseId ?? null],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/clips', {
          params: { query: { assignee: 'me', limit: 200, ...inCase } },
          signal,
        }),
      ),
    select: ({ items }) => items.flatMap((item) => ('title' in item && item.work !== 'closed' ? [item] : [])),
  });
  const mine = work.data?.toReversed() ?? [];
  return (
    <Panel
      title={t('mine.title')}
      aside={
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/inbox" search={inCase} />}>
          {t('mine.all')}
        </Anchor>
      }
    >
      {work.isPending && <Skeleton h={90} />}
      {work.error !== null && <ProblemAlert error={work.error} onRetry={() => void work.refetch()} />}
      {work.isSuccess && mine.length === 0 && <Text size="sm">{t('mine.nothing')}</Text>}
      {mine.length > 0 && (
        <>
          <Text size="sm">{t('mine.count', { count: mine.length })}</Text>
          <Stack gap={4} role="list">
            {mine.slice(0, SHOWN).map(({ id, title, canonicalUrl, work: state }) => (
              <div className={classes['row']} role="listitem" key={id}>
                <Link to="/clips/$clipId" params={{ clipId: id }} className={classes['clip']}>
                  <bdi>{title ?? canonicalUrl ?? t('clip', { id: id.slice(-6) })}</bdi>
                </Link>
                <WorkBadge work={state} />
              </div>
            ))}
          </Stack>
        </>
      )}
    </Panel>
  );
}
