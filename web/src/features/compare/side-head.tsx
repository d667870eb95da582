import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useVeil } from '@/safety/unveiled';
import type { Film } from './domain/film';
import type { Side } from './domain/segment-map';

interface Props {
  readonly side: Side;
  readonly film: Film;
  readonly name: string;
}

/** Which clip this is, and its own veil: each of the two is lifted for itself. */
export function SideHead({ side, film: { clip }, name }: Props) {
  const { t } = useTranslation('compare');
  const veil = useVeil(clip);
  const key = side === 'this' ? 'v' : 'Shift+V';
  return (
    <Stack gap={4} miw={0}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text size="sm" truncate="end" miw={0}>
          <Text span fw={600}>
            {t(`side.${side}` as never)}
          </Text>{' '}
          <Anchor component={Link} to={`/clips/${clip.id}`} title={name}>
            <bdi>{name}</bdi>
          </Anchor>
        </Text>
        {veil.isSensitive && !veil.isVeiled && (
          <Button size="compact-sm" variant="default" onClick={veil.lower} style={{ flexShrink: 0 }}>
            {t('lower', { key })}
          </Button>
        )}
      </Group>
      {veil.isVeiled && (
        <Alert icon={<EyeOff aria-hidden />} color="gray" p="xs">
          <Group justify="space-between" gap="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t(`veiled.${clip.sensitivity}` as never)}{' '}
              {clip.advanceWarning === null ? t('noWarning') : <bdi>{clip.advanceWarning}</bdi>}
            </Text>
            <Button size="compact-sm" variant="default" onClick={veil.lift}>
              {t('lift', { key })}
            </Button>
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
