import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';

/** To the organisation's own sign-in, where the desk knows one. A plain link: the way goes over other pages. */
export function ProviderLink() {
  const { t } = useTranslation('way-in');
  const { data } = useQuery({
    queryKey: ['oidc'],
    queryFn: () => answer(api.GET('/api/v1/session/oidc/configured')),
    staleTime: Infinity,
  });
  if (data?.configured !== true) return null;
  return (
    <Button component="a" href="/api/v1/session/oidc" variant="default">
      {t('provider')}
    </Button>
  );
}
