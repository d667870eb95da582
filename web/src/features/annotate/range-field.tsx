import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockOfMs } from '@/ui/time';
import { parseClock } from './time-range';

interface Props {
  readonly label: string;
  readonly hereLabel: string;
  readonly valueMs: number | null;
  readonly hereMs: number;
  readonly onChange: (ms: number | null) => void;
}

/** One end of a time range: typed, or taken from where the player stands. */
export function ClockField({ label, hereLabel, valueMs, hereMs, onChange }: Props) {
  const { t } = useTranslation('annotate');
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (valueMs === null ? '' : clockOfMs(valueMs));
  const isWrong = typed !== null && typed.trim() !== '' && parseClock(typed) === undefined;
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <TextInput
        size="xs"
        style={{ flex: 1 }}
        label={label}
        dir="ltr"
        placeholder="0:00.000"
        value={shown}
        error={isWrong ? t('clockWrong') : undefined}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          onChange(parseClock(text) ?? null);
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null);
        }}
      />
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          setTyped(null);
          onChange(Math.round(hereMs));
        }}
      >
        {hereLabel}
      </Button>
    </Group>
  );
}
