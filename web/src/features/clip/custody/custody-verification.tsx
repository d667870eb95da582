import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { ProblemError } from '@/api/problem';
import { useMe } from '@/api/queries';
import { Moment } from '@/ui/time';

/** Whether the last check of the whole store found everything as it was sealed. Administrators see its result. */
export function CustodyVerification() {
  const { t } = useTranslation('clip');
  const isAdmin = useMe().data?.admin === true;
  const { data, error } = useQuery({
    queryKey: ['custody', 'verification'],
    queryFn: () => answer(api.GET('/api/v1/custody/verification')),
    enabled: isAdmin,
  });
  if (!isAdmin)
    return (
      <Text size="xs" c="dimmed">
        {t('custody.verifiedByAdmins')}
      </Text>
    );
  const isNever = error instanceof ProblemError && error.status === 404;
  if (data === undefined && !isNever) return null;
  if (data === undefined || data.report === null) return <Text size="sm">{t('custody.neverVerified')}</Text>;
  const { ok, differences, finishedAt } = data.report;
  return (
    <Alert color={ok ? 'teal' : 'red'} py="xs">
      <Text size="sm">
        {ok ? t('custody.verified') : t('custody.differences', { count: differences.length })}{' '}
        <Moment at={finishedAt} />
      </Text>
    </Alert>
  );
}
