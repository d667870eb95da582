import { Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MapCanvas } from './canvas/map-canvas';
import { MarkSign } from './canvas/mark-sign';
import {
  clipOfMark,
  clipsContent,
  verificationShapes,
  type PlacedClip,
  type Verification,
} from './clip-marks';

interface Props {
  readonly clips: readonly PlacedClip[];
  /** The view is fitted whenever this changes. */
  readonly fitTo: string;
}

/** Clips by where they are said, embedded or found to be. Whoever shows it lists the same clips in words. */
export function ClipsMap({ clips, fitTo }: Props) {
  const { t } = useTranslation('map');
  const navigate = useNavigate();
  const content = useMemo(() => clipsContent(clips), [clips]);
  const shown = [...new Set(clips.map(({ verification }) => verification))];
  return (
    <Stack gap={6}>
      <MapCanvas
        label={t('clips.label', { count: content.marks.length })}
        content={content}
        fitTo={fitTo}
        isClustered
        onOpen={(markId) =>
          void navigate({
            to: '/clips/$clipId',
            params: { clipId: clipOfMark(markId) },
            search: { panel: 'place' },
          })
        }
      />
      <Legend verifications={shown} />
    </Stack>
  );
}

function Legend({ verifications }: { readonly verifications: readonly Verification[] }) {
  const { t } = useTranslation(['map', 'ui']);
  return (
    <Group gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('map:legend')}>
      {verifications.map((verification) => (
        <Group key={verification} gap={4} component="li">
          <MarkSign shape={verificationShapes[verification]} tone={verification} />
          <Text size="sm">{t(`ui:verification.${verification}` as never)}</Text>
        </Group>
      ))}
      <Group gap={4} component="li">
        <MarkSign shape="circle" tone="unreviewed" isHollow />
        <Text size="sm">{t('map:clips.hollow')}</Text>
      </Group>
      <Group gap={4} component="li">
        <MarkSign shape="circle" tone="unreviewed" />
        <Text size="sm">{t('map:clips.filled')}</Text>
      </Group>
    </Group>
  );
}
