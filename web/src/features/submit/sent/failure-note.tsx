import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import type { ClipStatus } from '@/api/live';
import { ProblemAlert } from '@/ui/problem-alert';

interface Props {
  readonly status: ClipStatus;
  /** Only reviewers of the case may drive a clip again. */
  readonly mayRetry: boolean;
}

/** Why a clip failed or is incomplete, in plain words, and what can be done. */
export function FailureNote({ status, mayRetry }: Props) {
  const { t } = useTranslation('submit');
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/clips/{id}/retry', { params: { path: { id: status.id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['submitted', status.id] }),
  });
  const { state, parts } = status.processing;
  if (state !== 'failed' && state !== 'partial' && state !== 'cancelled') return null;
  const failed = parts.filter((part) => part.state === 'failed');
  return (
    <Group gap="xs" align="start" justify="space-between" pt={4}>
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm">{t(`ended.${state}`)}</Text>
        {failed.map(({ part, error }) => (
          <Text key={part} size="sm" style={{ overflowWrap: 'anywhere' }}>
            <b>{t(`part.${part}` as never)}:</b> {t(`failure.${error?.code ?? 'internal'}` as never)}{' '}
            <Text span size="xs" c="dimmed">
              <bdi>{error?.message}</bdi> <code dir="ltr">{error?.code}</code>
            </Text>
          </Text>
        ))}
      </div>
      {mayRetry ? (
        <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          {t('sent.retry')}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('sent.askReviewer')}
        </Text>
      )}
      {retry.error !== null && <ProblemAlert error={retry.error} />}
    </Group>
  );
}
