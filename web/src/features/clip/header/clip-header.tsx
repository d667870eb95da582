import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProcessingBadge, VerificationBadge, WorkBadge } from '@/ui/badges';
import type { Clip } from '@/workspace/workspace';

/** Which clip this is and how far it has come. */
export function ClipHeader({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('clip');
  return (
    <Stack gap={4} mb="sm" component="header">
      <Group gap="xs">
        <Title order={1} size="h3">
          <bdi>{clip.title ?? t('untitled')}</bdi>
        </Title>
        <ProcessingBadge state={clip.processing.state} />
        <WorkBadge work={clip.work} />
        <VerificationBadge state={clip.verification} />
      </Group>
      {clip.canonicalUrl !== null && (
        <Text size="sm" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
          {clip.canonicalUrl}
        </Text>
      )}
    </Stack>
  );
}
