import { Anchor, Button, List, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { Moment } from '@/ui/time';
import { Section } from './section';

const PAGE = 10;

/** Comments that name the person, each with the way to its clip. */
export function MentionsSection() {
  const { t } = useTranslation('account');
  const mentions = useInfiniteQuery({
    queryKey: [...keys.me, 'mentions'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/me/mentions', {
          params: { query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = mentions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('mentions')}>
      {mentions.isError && <ProblemAlert error={mentions.error} onRetry={() => void mentions.refetch()} />}
      {mentions.isSuccess && items.length === 0 && <Text size="sm">{t('mentionsNone')}</Text>}
      <List size="sm" spacing={6}>
        {items.map(({ id, clipId, text, createdAt }) => (
          <List.Item key={id}>
            <Moment at={createdAt} />{' '}
            <Anchor component={Link} to={`/clips/${clipId}?panel=comments`} size="sm">
              {t('toClip')}
            </Anchor>
            <Text size="sm" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
              <bdi>{text ?? t('withdrawn')}</bdi>
            </Text>
          </List.Item>
        ))}
      </List>
      {mentions.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={mentions.isFetchingNextPage}
          onClick={() => void mentions.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Section>
  );
}
