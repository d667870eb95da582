import { Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProcessingBadge } from '@/ui/badges';
import { ProblemAlert } from '@/ui/problem-alert';
import { Moment } from '@/ui/time';
import classes from './dashboard.module.css';
import type { FailureCode } from './failure-kinds';

const SHOWN = 20;

/** The newest clips that failed with a code, each to be driven again by itself. */
export function FailedClips({ code, caseId }: { code: FailureCode; caseId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const failed = useQuery({
    queryKey: [...keys.dashboard, 'failed', code, caseId ?? null],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/clips', {
          params: {
            query: { failure: code, limit: SHOWN, ...(caseId === undefined ? {} : { case: caseId }) },
          },
          signal,
        }),
      ),
  });
  if (failed.error !== null)
    return <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />;
  if (failed.data === undefined) return <Skeleton h={80} />;
  const rows = failed.data.items.flatMap((item) => ('title' in item ? [item] : []));
  return (
    <>
      <Table.ScrollContainer minWidth={420} type="native" tabIndex={0} aria-label={t('failures.list')}>
        <Table fz="sm" layout="fixed" verticalSpacing={4}>
          <Table.Tbody>
            {rows.map(({ id, title, canonicalUrl, processing, createdAt }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Link to="/clips/$clipId" params={{ clipId: id }} className={classes['clip']}>
                    <bdi>{title ?? canonicalUrl ?? t('clip', { id: id.slice(-6) })}</bdi>
                  </Link>
                </Table.Td>
                <Table.Td w={100}>
                  <ProcessingBadge state={processing} />
                </Table.Td>
                <Table.Td w={190} visibleFrom="sm">
                  <Moment at={createdAt} />
                </Table.Td>
                <Table.Td w={130} ta="end">
                  <RetryOne clipId={id} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {failed.data.nextCursor !== null && <Text size="sm">{t('failures.newest', { count: SHOWN })}</Text>}
    </>
  );
}

function RetryOne({ clipId }: { readonly clipId: string }) {
  const { t } = useTranslation('dashboard');
  const retry = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/clips/{id}/retry', { params: { path: { id: clipId } } })),
  });
  if (retry.isSuccess)
    return (
      <Text size="sm" role="status">
        {t('redrive.started')}
      </Text>
    );
  return (
    <Group gap={4} justify="flex-end">
      <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('redrive.one')}
      </Button>
      {retry.error !== null && (
        <Text size="sm" role="alert">
          <bdi>{retry.error.message}</bdi>
        </Text>
      )}
    </Group>
  );
}
