import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/queries';
import { Page } from '@/ui/page';
import { CasesSection } from './team/cases-section';
import { UsersSection } from './team/users-section';

/** Who works on what: the cases that one leads with their people, and for administrators everybody on the desk. */
export function PeoplePage() {
  const { t } = useTranslation('team');
  const { data: me } = useMe();
  return (
    <Page title={t('title')}>
      <Stack gap="xl">
        <CasesSection />
        {me?.admin === true && <UsersSection ownId={me.userId} />}
      </Stack>
    </Page>
  );
}
