import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/queries';
import { Page } from '@/ui/page';
import { ExposureSection } from './account/exposure-section';
import { LooksSection } from './account/looks-section';
import { MentionsSection } from './account/mentions-section';
import { PasswordSection } from './account/password-section';
import { SecondFactorSection } from './account/second-factor-section';
import { SessionsSection } from './account/sessions-section';
import { TopicsSection } from './account/topics-section';

/** What is one's own: how the desk looks, what one has seen, and the ways in. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const { data: me } = useMe();
  return (
    <Page title={t('title')}>
      {me !== undefined && (
        <Text>
          <bdi>{me.name}</bdi> <bdi dir="ltr">{me.email}</bdi>
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <LooksSection />
        <TopicsSection />
        <ExposureSection />
        <MentionsSection />
        <SessionsSection />
        <PasswordSection />
        <SecondFactorSection />
      </SimpleGrid>
    </Page>
  );
}
