import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Clip } from '@/workspace/workspace';
import { Facts } from '../panels/facts';
import { Section } from '../panels/section';
import { CopyText } from './copy-text';
import { sizeOf } from './sizes';

/** The sealed bytes by their digests. */
export function OriginalFacts({ clip }: { readonly clip: Clip }) {
  const { t, i18n } = useTranslation('clip');
  const { original } = clip;
  return (
    <Section title={t('metadata.original')}>
      {original === null ? (
        <Text size="sm">{t('metadata.noOriginal')}</Text>
      ) : (
        <Facts
          facts={[
            { name: t('metadata.type'), value: <span dir="ltr">{original.mediaType}</span> },
            { name: t('metadata.size'), value: sizeOf(original.sizeBytes, i18n.language) },
            { name: 'SHA-256', value: <CopyText text={original.sha256} /> },
            { name: 'SHA-512', value: <CopyText text={original.sha512} /> },
          ]}
        />
      )}
    </Section>
  );
}
