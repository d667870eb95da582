import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clockOfMs } from '@/ui/time';
import { frameNumberAt, type FrameRate } from './frame-rate';

interface Props {
  readonly atMs: number;
  readonly durationMs: number;
  readonly rate: FrameRate;
}

/** `0:12.480 / 1:00.000 · picture 312`: the place in clip time, and the picture's number where it can be counted. */
export function TimeCode({ atMs, durationMs, rate }: Props) {
  const { t } = useTranslation('clip');
  const number = frameNumberAt(atMs, rate);
  return (
    <Text size="sm" ff="monospace" px={4} data-testid="time-code">
      {clockOfMs(atMs)} / {clockOfMs(durationMs)}
      {number !== null && (
        <>
          {' · '}
          <bdi>{t('player.picture', { number })}</bdi>
        </>
      )}
    </Text>
  );
}
