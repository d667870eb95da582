import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';
import { CommentForm } from './comment-form';
import { CommentView } from './comment-view';
import { threadsOf } from './threads';

const commentsOf = (id: string, cursor: string | undefined) =>
  answer(
    api.GET('/api/v1/clips/{id}/comments', {
      params: { path: { id }, query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );

/** What people say to each other about the clip. */
export function CommentsPanel() {
  const { t } = useTranslation('clip');
  const { clip } = useWorkspace();
  const [answered, setAnswered] = useState<string | null>(null);
  const query = useInfiniteQuery({
    queryKey: keys.clipPart(clip.id, 'comments'),
    queryFn: ({ pageParam }) => commentsOf(clip.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const threads = threadsOf(query.data?.pages.flatMap(({ items }) => items) ?? []);
  return (
    <Stack gap="sm">
      {query.error !== null && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && threads.length === 0 && <Text size="sm">{t('comments.none')}</Text>}
      {threads.map(({ first, answers }) => (
        <Stack key={first.id} gap={4}>
          <CommentView comment={first} onAnswer={() => setAnswered(first.id)} />
          {answers.map((comment) => (
            <CommentView key={comment.id} comment={comment} isAnswer onAnswer={() => setAnswered(first.id)} />
          ))}
          {answered === first.id && <CommentForm inReplyTo={first.id} onDone={() => setAnswered(null)} />}
        </Stack>
      ))}
      {query.hasNextPage && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('comments.more')}
          </Button>
        </Group>
      )}
      <CommentForm />
      <Text size="xs" c="dimmed">
        {t('comments.blind')}
      </Text>
    </Stack>
  );
}
