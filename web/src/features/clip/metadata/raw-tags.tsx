import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../panels/facts';
import { Section } from '../panels/section';
import { matchingTags } from './shapes';

/** Every tag that the file holds, word for word. */
export function RawTags({ tags }: { readonly tags: Readonly<Record<string, string>> | null }) {
  const { t } = useTranslation('clip');
  const [words, setWords] = useState('');
  if (tags === null || Object.keys(tags).length === 0) return null;
  const found = matchingTags(tags, words);
  return (
    <Section title={t('metadata.allTags')}>
      <TextInput
        type="search"
        aria-label={t('metadata.searchTags')}
        placeholder={t('metadata.searchTags')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Text size="sm" role="status">
        {t('metadata.tagCount', { count: found.length })}
      </Text>
      <Facts facts={found.map(([name, text]) => ({ name, value: <bdi dir="auto">{text}</bdi> }))} />
    </Section>
  );
}
