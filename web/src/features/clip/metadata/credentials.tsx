import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/time';
import { Facts } from '../panels/facts';
import { Section } from '../panels/section';
import type { Credentials as Found } from './shapes';

/** Content credentials, and what a signature does and does not say. */
export function Credentials({ credentials }: { readonly credentials: Found | null }) {
  const { t } = useTranslation('clip');
  return (
    <Section title={t('credentials.title')}>
      <Text size="sm">{t(`credentials.states.${credentials?.state ?? 'notRead'}` as never)}</Text>
      {credentials !== null && (
        <Facts
          facts={[
            { name: t('credentials.reason'), value: credentials.reason && <bdi>{credentials.reason}</bdi> },
            { name: t('credentials.issuer'), value: credentials.issuer && <bdi>{credentials.issuer}</bdi> },
            {
              name: t('credentials.madeWith'),
              value: credentials.claimGenerator && <bdi>{credentials.claimGenerator}</bdi>,
            },
            {
              name: t('credentials.signedAt'),
              value: credentials.signedAt && <Moment at={credentials.signedAt} />,
            },
            {
              name: t('credentials.sources'),
              value: credentials.digitalSourceTypes?.length ? (
                <span dir="ltr">{credentials.digitalSourceTypes.join(', ')}</span>
              ) : null,
            },
          ]}
        />
      )}
    </Section>
  );
}
