import { Anchor, Badge, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { clockOfMs, Moment } from '@/ui/time';
import { nameOfClip } from './name-of-clip';

/** Every copy of the footage that the reader may see; which is the earliest known, the longest and the best. */
export function ClusterList({ cluster }: { readonly cluster: Schemas['Cluster'] }) {
  const { t } = useTranslation('compare');
  const marks = (clipId: string) =>
    [
      { is: cluster.earliestKnown === clipId, text: t('cluster.earliest') },
      { is: cluster.longest === clipId, text: t('cluster.longest') },
      { is: cluster.bestQuality === clipId, text: t('cluster.best') },
    ].filter(({ is }) => is);
  return (
    <Stack gap={6} component="section">
      <Title order={3} size="h5">
        {t('cluster.title')}
      </Title>
      <Text size="sm">
        {t('cluster.size', { count: cluster.size })}
        {cluster.elsewhere > 0 && <>; {t('cluster.elsewhere', { count: cluster.elsewhere })}</>}.{' '}
        {t('cluster.oneOrigin')} {cluster.isCut && t('cluster.isCut')}
      </Text>
      <List type="ordered" size="sm" spacing={6}>
        {cluster.items.map((copy) => (
          <List.Item key={copy.clipId}>
            <Group gap={6}>
              {copy.clipId === cluster.clipId ? (
                <Text span size="sm" fw={600}>
                  {t('cluster.thisClip')}
                </Text>
              ) : (
                <Anchor
                  component={Link}
                  to={`/clips/${copy.clipId}`}
                  size="sm"
                  style={{ overflowWrap: 'anywhere' }}
                >
                  <bdi>{nameOfClip(copy)}</bdi>
                </Anchor>
              )}
              {marks(copy.clipId).map(({ text }) => (
                <Badge key={text} tt="none" variant="light" color="gray" c="var(--mantine-color-text)">
                  {text}
                </Badge>
              ))}
            </Group>
            <Text size="sm">
              <Moment at={copy.firstKnownAt} />{' '}
              <Text span c="dimmed">
                {t(`knownBy.${copy.firstKnownBy}` as never)}
              </Text>
            </Text>
            <Text size="xs" c="dimmed" dir="ltr" ta="start">
              {[
                copy.durationMs === null ? null : clockOfMs(copy.durationMs),
                copy.width === null || copy.height === null ? null : `${copy.width} × ${copy.height}`,
                copy.bitRate === null ? null : `${Math.round(copy.bitRate / 1000)} kbit/s`,
              ]
                .filter((text) => text !== null)
                .join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
