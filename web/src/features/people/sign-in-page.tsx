import { Center, Paper } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { Page } from '@/ui/page';
import { SignInForm } from './sign-in-form';

export function SignInPage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const next = search['next'];
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="lg" w="100%" maw={380}>
        <Page title={t('signIn')}>
          <SignInForm
            onDone={() => {
              queries.removeQueries({ queryKey: keys.me });
              // Only a place on this desk: `//elsewhere` would leave it.
              const isOwn = typeof next === 'string' && /^\/(?![/\\])/.test(next);
              void navigate({ href: isOwn ? next : '/inbox', replace: true });
            }}
          />
        </Page>
      </Paper>
    </Center>
  );
}
