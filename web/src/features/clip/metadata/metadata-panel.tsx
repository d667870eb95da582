import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '@/workspace/workspace';
import { Queried } from '../panels/queried';
import { Section } from '../panels/section';
import { metadataQuery } from '../queries';
import { Container } from './container';
import { Credentials } from './credentials';
import { Embedded } from './embedded';
import { OriginalFacts } from './original-facts';
import { RawTags } from './raw-tags';

/** What the file is and what it says of itself, each absence with what it means. */
export function MetadataPanel() {
  const { t } = useTranslation('clip');
  const { clip } = useWorkspace();
  const query = useQuery(metadataQuery(clip.id));
  return (
    <Stack gap="md">
      <OriginalFacts clip={clip} />
      <Queried query={query}>
        {(metadata) => (
          <>
            <Embedded metadata={metadata} />
            <Credentials credentials={metadata.contentCredentials} />
            <Container metadata={metadata} />
            {metadata.notes.length > 0 && (
              <Section title={t('metadata.notes')}>
                <List size="sm">
                  {metadata.notes.map((note) => (
                    <List.Item key={note}>
                      <bdi>{note}</bdi>
                    </List.Item>
                  ))}
                </List>
              </Section>
            )}
            <RawTags tags={metadata.tags} />
            <Text size="xs" c="dimmed">
              {t('metadata.caveat')}
            </Text>
          </>
        )}
      </Queried>
    </Stack>
  );
}
