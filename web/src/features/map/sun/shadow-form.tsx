import { Alert, Button, Group, List, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer as answerOf, api } from '@/api/client';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { wallClock } from '@/ui/time';
import type { Point } from '../canvas/map-content';
import { KeepSun } from './keep-sun';
import { shadowRequest, type Measured } from './shadow-request';

interface Props {
  readonly point: Point;
  readonly date: string;
  readonly answer: Schemas['ShadowAnswer'] | null;
  readonly onAnswer: (answer: Schemas['ShadowAnswer'] | null) => void;
  /** Shows the sun of that time. */
  readonly onLook: (at: string) => void;
}

const SHOWN = 20;

/** The other way round: a shadow as it was measured in a frame, and when it is cast. */
export function ShadowForm({ point, date, answer, onAnswer, onLook }: Props) {
  const { t } = useTranslation('map');
  const [measured, setMeasured] = useState<Measured>({
    directionDeg: null,
    toleranceDeg: 5,
    lengthRatio: null,
    lastDay: '',
  });
  const request = shadowRequest(point, date, measured);
  const ask = useMutation({
    mutationFn: (body: Schemas['ShadowRequest']) => answerOf(api.POST('/api/v1/shadow', { body })),
    onSuccess: onAnswer,
  });
  const change = (part: Partial<Measured>) => {
    setMeasured({ ...measured, ...part });
    onAnswer(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (request !== null) ask.mutate(request);
      }}
    >
      <Stack gap="xs">
        <Title order={4} size="h6">
          {t('shadow.title')}
        </Title>
        <Group gap="xs" align="flex-end">
          <Measure
            label={t('shadow.direction')}
            value={measured.directionDeg}
            max={360}
            onChange={(directionDeg) => change({ directionDeg })}
          />
          <Measure
            label={t('shadow.tolerance')}
            value={measured.toleranceDeg}
            min={0.1}
            max={90}
            onChange={(toleranceDeg) => change({ toleranceDeg })}
          />
          <Measure
            label={t('shadow.ratio')}
            value={measured.lengthRatio}
            min={0.001}
            max={1000}
            onChange={(lengthRatio) => change({ lengthRatio })}
          />
          <TextInput
            type="date"
            label={t('shadow.until')}
            value={measured.lastDay}
            onChange={(event) => change({ lastDay: event.currentTarget.value })}
            dir="ltr"
          />
          <Button type="submit" variant="default" disabled={request === null} loading={ask.isPending}>
            {t('shadow.ask')}
          </Button>
        </Group>
        {request === null && <Text size="xs">{t('shadow.needs')}</Text>}
        {ask.isError && <ProblemAlert error={ask.error} />}
        {answer !== null && <Fits answer={answer} onLook={onLook} date={date} />}
        {answer !== null && request !== null && (
          <KeepSun
            title={t('shadow.keep')}
            calculation={{ kind: 'shadow_times', input: request }}
            calculated={t('shadow.found', { count: answer.times?.length ?? 0 })}
          />
        )}
      </Stack>
    </form>
  );
}

function Fits({
  answer,
  date,
  onLook,
}: Pick<Props, 'date' | 'onLook'> & { readonly answer: Schemas['ShadowAnswer'] }) {
  const { t } = useTranslation('map');
  const times = answer.times ?? [];
  return (
    <div role="status">
      <Text size="sm">{t('shadow.found', { count: times.length })}</Text>
      <List listStyleType="none" spacing={2}>
        {times.slice(0, SHOWN).map(({ day, from, to, best, bestLocalTime }) => (
          <List.Item key={from}>
            <Group gap={6}>
              <Text size="sm" dir="ltr">
                {wallClock(from)} – {wallClock(to).slice(11)} UTC ({bestLocalTime.slice(11, 16)}{' '}
                {t('sun.local')})
              </Text>
              {day === date && (
                <Button size="compact-xs" mih={24} variant="default" onClick={() => onLook(best)}>
                  {t('shadow.look')}
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
      {times.length > SHOWN && <Text size="xs">{t('shadow.more', { count: times.length - SHOWN })}</Text>}
      {answer.caveats.map((caveat) => (
        <Alert key={caveat} color="yellow" py={6} mt={4}>
          <bdi>{caveat}</bdi>
        </Alert>
      ))}
    </div>
  );
}

interface MeasureProps {
  readonly label: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max: number;
  readonly onChange: (value: number | null) => void;
}

function Measure({ label, value, min = 0, max, onChange }: MeasureProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      min={min}
      max={max}
      clampBehavior="blur"
      hideControls
      w={140}
    />
  );
}
