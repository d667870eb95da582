import { ActionIcon, Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Lockstep } from './domain/lockstep';
import type { Side } from './domain/segment-map';
import { zooms } from './look';
import { views, type View } from './use-compare-address';
import { useLockState } from './use-lockstep';

export const rates = [0.25, 0.5, 1] as const;

interface Props {
  readonly lock: Lockstep;
  readonly onStep: (by: number) => void;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly isMirrored: boolean;
  readonly onMirror: (isMirrored: boolean) => void;
  readonly rate: number;
  readonly onRate: (rate: number) => void;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly sound: Side | 'none';
  readonly onSound: (sound: Side | 'none') => void;
}

/** Everything that moves or changes the two pictures together. */
export function Transport(props: Props) {
  const { t } = useTranslation('compare');
  const { isPlaying } = useLockState(props.lock);
  return (
    <Group gap="sm" role="toolbar" aria-label={t('controls')}>
      <Group gap={4} dir="ltr" wrap="nowrap">
        <ActionIcon variant="default" size="lg" aria-label={t('stepBack')} onClick={() => props.onStep(-1)}>
          <ChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size="lg"
          aria-label={isPlaying ? t('pause') : t('play')}
          onClick={() => (isPlaying ? props.lock.pause() : props.lock.play())}
        >
          {isPlaying ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t('stepOn')} onClick={() => props.onStep(1)}>
          <ChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Choice
        label={t('views')}
        value={props.view}
        options={views.map((view) => ({ value: view, label: t(`view.${view}` as never) }))}
        onChange={(value) => props.onView(value as View)}
      />
      <Choice
        label={t('speed')}
        value={String(props.rate)}
        options={rates.map((rate) => ({ value: String(rate), label: `${rate}×` }))}
        onChange={(value) => props.onRate(Number(value))}
      />
      <Choice
        label={t('zoom')}
        value={String(props.zoom)}
        options={zooms.map((zoom) => ({ value: String(zoom), label: `${zoom * 100} %` }))}
        onChange={(value) => props.onZoom(Number(value))}
      />
      <Choice
        label={t('sound')}
        value={props.sound}
        options={(['none', 'this', 'other'] as const).map((side) => ({
          value: side,
          label: t(`soundOf.${side}` as never),
        }))}
        onChange={(value) => props.onSound(value as Side | 'none')}
      />
      <Switch
        label={t('mirror')}
        checked={props.isMirrored}
        onChange={({ currentTarget: { checked } }) => props.onMirror(checked)}
      />
    </Group>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Group gap={6} wrap="nowrap" maw="100%">
      <Text size="sm" c="dimmed" visibleFrom="lg">
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={options}
        value={value}
        onChange={onChange}
        style={{ flexWrap: 'wrap' }}
      />
    </Group>
  );
}
