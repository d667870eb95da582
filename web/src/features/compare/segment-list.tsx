import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clockOfMs } from '@/ui/time';
import type { Segment } from './domain/segment-map';

interface Props {
  readonly segments: readonly Segment[];
  readonly current: number | null;
  readonly onChoose: (index: number) => void;
}

/** Which stretch here shows what that stretch there shows; each takes both clips to its start. */
export function SegmentList({ segments, current, onChoose }: Props) {
  const { t } = useTranslation('compare');
  return (
    <Stack gap={4} component="section">
      <Title order={2} size="h5">
        {t('segments')}
      </Title>
      {segments.length === 0 && <Text size="sm">{t('noSegments')}</Text>}
      {segments.map((segment, index) => (
        <Button
          key={index}
          variant={index === current ? 'light' : 'subtle'}
          size="compact-sm"
          justify="flex-start"
          h="auto"
          py={4}
          aria-current={index === current}
          onClick={() => onChoose(index)}
          styles={{ label: { whiteSpace: 'normal' } }}
          c="var(--mantine-color-text)"
        >
          <Group gap="xs">
            {index < 9 && <Kbd size="xs">{index + 1}</Kbd>}
            <SegmentWords segment={segment} />
          </Group>
        </Button>
      ))}
    </Stack>
  );
}

/** `0:12.000–0:19.000 here = 0:03.000–0:10.000 there` */
export function SegmentWords({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation('compare');
  const span = (from: number, to: number) => `\u2066${clockOfMs(from)}–${clockOfMs(to)}\u2069`;
  return (
    <Text span size="sm">
      {t('segment', {
        here: span(segment.startMs, segment.endMs),
        there: span(segment.otherStartMs, segment.otherEndMs),
      })}
    </Text>
  );
}
