import { Center, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/problem-alert';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for: on its way, refused, or here. What is here stays while it is asked for anew. */
export function Queried<T>({ query, children }: Props<T>) {
  const { t } = useTranslation('clip');
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Center mih={120}>
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
