import { Button, Group, Paper, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { useMe, useNames } from '@/api/queries';
import { ProblemAlert } from '@/ui/problem-alert';
import { Moment } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';

interface Props {
  readonly comment: Schemas['Comment'];
  readonly isAnswer?: boolean;
  readonly onAnswer: () => void;
}

export function CommentView({ comment, isAnswer = false, onAnswer }: Props) {
  const { t } = useTranslation('clip');
  const { t: ui } = useTranslation('ui');
  const { clip } = useWorkspace();
  const me = useMe().data?.userId;
  const names = useNames(clip.caseId);
  const queries = useQueryClient();
  const nameOf = (id: string) => names.get(id) ?? t('somebody');
  const claim = clip.claims.find(({ id }) => id === comment.claimId);
  const withdraw = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/comments/{id}', { params: { path: { id: comment.id } } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.clipPart(clip.id, 'comments') }),
  });
  return (
    <Paper withBorder p="xs" component="article" style={isAnswer ? { marginInlineStart: 24 } : {}}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          <bdi>{nameOf(comment.madeBy)}</bdi>
        </Text>
        <Text size="xs" c="dimmed">
          <Moment at={comment.createdAt} />
        </Text>
        {claim !== undefined && (
          <Text size="xs">
            {t('comments.about')} {ui(`claimType.${claim.type}` as never)}:{' '}
            <bdi>{short(claim.statement)}</bdi>
          </Text>
        )}
      </Group>
      {comment.text === null ? (
        <Text size="sm" fs="italic">
          {t('comments.withdrawn')}
        </Text>
      ) : (
        <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {comment.text}
        </Text>
      )}
      {comment.mentions.length > 0 && (
        <Text size="xs">
          {t('comments.mentions')} <bdi>{comment.mentions.map(nameOf).join(', ')}</bdi>
        </Text>
      )}
      {withdraw.error !== null && <ProblemAlert error={withdraw.error} />}
      <Group gap="xs" mt={4}>
        <Button size="compact-xs" mih={24} variant="subtle" onClick={onAnswer}>
          {t('comments.answer')}
        </Button>
        {comment.madeBy === me && comment.text !== null && (
          <Button
            size="compact-xs"
            mih={24}
            variant="subtle"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t('comments.withdraw')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
