import { Button, Center, Loader } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';

export function RoutePending() {
  const { t } = useTranslation('app');
  return (
    <Center mih={200}>
      <Loader aria-label={t('loading')} />
    </Center>
  );
}

export function RouteFault({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <ProblemAlert error={error} onRetry={() => void router.invalidate()} />;
}

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <EmptyState title={t('notFound')}>
      <Button component={Link} to="/inbox" variant="default">
        {t('toInbox')}
      </Button>
    </EmptyState>
  );
}
