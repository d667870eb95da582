import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';
import { CustodyVerification } from './custody-verification';
import classes from './custody.module.css';
import { HistoryEntry } from './history-entry';

const historyOf = (clipId: string, cursor: string | undefined) =>
  answer(
    api.GET('/api/v1/clips/{id}/history', {
      params: { path: { id: clipId }, query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );

/** Everything that happened to the clip, in words, with the sealed event behind each sentence. */
export function CustodyPanel() {
  const { t } = useTranslation('clip');
  const { clip } = useWorkspace();
  const query = useInfiniteQuery({
    queryKey: keys.clipPart(clip.id, 'history'),
    queryFn: ({ pageParam }) => historyOf(clip.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="sm">
      <CustodyVerification />
      {query.error !== null && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <Text size="sm">{t('custody.nothing')}</Text>}
      <ol className={classes['timeline']} aria-label={t('custody.timeline')}>
        {items.map((item) => (
          <HistoryEntry key={item.seq} clipId={clip.id} item={item} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('custody.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
