import { Anchor, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { Refusal } from './way-in/refusal';
import { SetupForm } from './way-in/setup-form';
import { takeToken } from './way-in/take-token';
import { WayInPage } from './way-in/way-in-page';

/** Where a one-time link leads: whoever follows it chooses a password and is in. */
export function SetupPage() {
  const { t } = useTranslation('way-in');
  const [token] = useState(() => takeToken(location, history));
  const { data, error } = useQuery({
    queryKey: ['setup', token === null],
    queryFn: () => answer(api.POST('/api/v1/setup/person', { body: { token: token ?? '' } })),
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <WayInPage title={t('setup.title')}>
      {token === null && t('setup.noLink')}
      {error !== null && (
        <>
          <Refusal error={error} />
          <Anchor component={Link} to="/sign-in">
            {t('signIn')}
          </Anchor>
        </>
      )}
      {token !== null && data === undefined && error === null && <Loader aria-label={t('setup.looking')} />}
      {token !== null && data !== undefined && <SetupForm token={token} person={data} />}
    </WayInPage>
  );
}
