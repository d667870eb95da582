import { Button, Center, Code, Group, Loader, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
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

/** What a page shows that cannot be shown: the rest of the desk, and what is being done on it, goes on. */
export function RouteFault({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('app');
  const router = useRouter();
  const queries = useQueryClient();
  if (error instanceof ProblemError)
    return <ProblemAlert error={error} onRetry={() => void router.invalidate()} />;
  return (
    <EmptyState title={t('fault.title')} isPage>
      <Stack align="center" gap="sm">
        <Text role="alert">{t('fault.what')}</Text>
        <Group justify="center">
          <Button
            onClick={() => {
              // What the page could not show is read anew: from memory it would fail again.
              queries.removeQueries({ type: 'inactive' });
              reset();
              void router.invalidate();
            }}
          >
            {t('fault.again')}
          </Button>
          {/* After an update of the desk the parts that this page would load are no longer there. */}
          <Button variant="default" onClick={() => location.reload()}>
            {t('fault.reload')}
          </Button>
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/inbox" />}>
            {t('toInbox')}
          </Button>
        </Group>
        <Code dir="ltr">{String(error).slice(0, 300)}</Code>
      </Stack>
    </EmptyState>
  );
}

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <EmptyState title={t('notFound')} isPage>
      <Button component={Link} to="/inbox" variant="default">
        {t('toInbox')}
      </Button>
    </EmptyState>
  );
}
