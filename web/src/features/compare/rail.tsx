import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clockOfMs } from '@/ui/time';
import { msOf, type Lockstep } from './domain/lockstep';
import type { Side } from './domain/segment-map';
import classes from './rail.module.css';
import { SegmentMarks } from './segment-marks';
import { useLockState } from './use-lockstep';

/** One clip's time: moving it moves the other, as far as that has a counterpart. */
export function Rail({
  lock,
  side,
  label,
}: {
  readonly lock: Lockstep;
  readonly side: Side;
  readonly label: string;
}) {
  const { t } = useTranslation('compare');
  const { place, shownMs } = useLockState(lock);
  const [ms, lengthMs] = [shownMs[side], lock.lengthMs[side]];
  const isWaiting = msOf(place, side) === null;
  const clock = `${clockOfMs(ms)} / ${clockOfMs(lengthMs)}`;
  return (
    <div className={classes['rail']}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{label}</Text>
        <Text size="sm" ff="monospace" dir="ltr">
          {isWaiting ? '–' : clock}
        </Text>
      </Group>
      <input
        type="range"
        className={classes['input']}
        dir="ltr"
        min={0}
        max={Math.max(1, Math.round(lengthMs))}
        step={40}
        value={Math.round(ms)}
        aria-label={label}
        aria-valuetext={isWaiting ? t('noCounterpart') : clock}
        onChange={({ currentTarget: { value } }) => lock.seek({ side, ms: Number(value) })}
      />
      <SegmentMarks segments={lock.segments} side={side} lengthMs={lengthMs} current={place.segment} />
    </div>
  );
}
