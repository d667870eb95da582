import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { placeOnDesk } from './way-in/place-on-desk';
import { SignInForm } from './sign-in-form';
import { ProviderLink } from './way-in/provider-link';
import { WayInPage } from './way-in/way-in-page';

export function SignInPage() {
  const { t } = useTranslation('way-in');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const next = search['next'];
  return (
    <WayInPage title={t('signIn')}>
      <SignInForm
        onDone={() => {
          queries.removeQueries({ queryKey: keys.me });
          void navigate({ href: placeOnDesk(next), replace: true });
        }}
      />
      <ProviderLink />
    </WayInPage>
  );
}
