import { Alert, Group, Loader, Slider, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';
import type { Point } from '../canvas/map-content';
import { coordinates } from '../place/coordinates';
import { KeepSun } from './keep-sun';
import { atMinute, firstDay, minutesOf, STEP_MIN } from './day-clock';
import { DayBar } from './day-bar';
import { ShadowForm } from './shadow-form';
import { SkyNow } from './sky-now';
import { sunDayQuery, sunQuery } from './sun-queries';

export interface Sky {
  readonly sunDeg: number | null;
  readonly shadowDeg: number | null;
}

interface Props {
  readonly point: Point | null;
  /** Told whenever the sun that is shown moves; null when none is. */
  readonly onSky: (sky: Sky | null) => void;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Sun and shadow at a point through a day, and at which times a measured shadow fits. */
export function SunPanel({ point, onSky }: Props) {
  const { t } = useTranslation('map');
  if (point === null) return <Text size="sm">{t('sun.noPoint')}</Text>;
  return <SunAt point={point} onSky={onSky} />;
}

function SunAt({ point, onSky }: { readonly point: Point; readonly onSky: Props['onSky'] }) {
  const { t } = useTranslation('map');
  const { clip } = useWorkspace();
  const [date, setDate] = useState(() => {
    const claimed = clip.claims.find(({ type }) => type === 'time')?.value['earliest'];
    return firstDay(typeof claimed === 'string' ? claimed : null, clip.postTime?.at ?? null, new Date());
  });
  const day = useQuery({ ...sunDayQuery(point, date), enabled: DATE.test(date) });
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end">
        <TextInput
          type="date"
          label={t('sun.day')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
          min="1700-01-01"
          max="2199-12-31"
          dir="ltr"
        />
        <Text size="sm">
          {t('sun.at')} <span dir="ltr">{coordinates(point)}</span>
          {day.data?.timezone != null && (
            <>
              {' '}
              · <span dir="ltr">{day.data.timezone}</span>
            </>
          )}
        </Text>
      </Group>
      {day.isLoading && <Loader size="sm" aria-label={t('loading')} />}
      {day.isError && <ProblemAlert error={day.error} onRetry={() => void day.refetch()} />}
      {day.data !== undefined && <SunThroughDay point={point} date={date} noon={day.data} onSky={onSky} />}
    </Stack>
  );
}

interface DayProps {
  readonly point: Point;
  readonly date: string;
  readonly noon: Schemas['SunAnswer'];
  readonly onSky: Props['onSky'];
}

function SunThroughDay({ point, date, noon, onSky }: DayProps) {
  const { t } = useTranslation('map');
  const { day } = noon;
  const last = minutesOf(day);
  const [minute, setMinute] = useState(Math.round(last / 2));
  const [asked] = useDebouncedValue(minute, 120);
  const now = useQuery(sunQuery(point, atMinute(day, Math.min(asked, last))));
  const [fits, setFits] = useState<Schemas['ShadowAnswer'] | null>(null);
  const sky = now.data;
  useEffect(() => {
    onSky(
      sky === undefined
        ? null
        : {
            sunDeg: sky.sun.altitudeDeg > 0 ? sky.sun.azimuthDeg : null,
            shadowDeg: sky.shadow?.directionDeg ?? null,
          },
    );
    return () => onSky(null);
  }, [sky, onSky]);
  const timesHere = (fits?.times ?? []).filter(({ day: fitting }) => fitting === date);
  return (
    <Stack gap="xs">
      <DayBar day={day} light={noon.light} fits={timesHere} />
      <Slider
        thumbLabel={t('sun.time')}
        value={Math.min(minute, last)}
        onChange={setMinute}
        min={0}
        max={last}
        step={STEP_MIN}
        label={null}
        thumbProps={{ 'aria-valuetext': sky?.localTime ?? '' }}
        // Arrows move the time here, not the player.
        onKeyDown={(event) => event.stopPropagation()}
      />
      {now.isError && <ProblemAlert error={now.error} onRetry={() => void now.refetch()} />}
      {sky !== undefined && <SkyNow sky={sky} />}
      {sky !== undefined &&
        sky.caveats.map((caveat) => (
          <Alert key={caveat} color="yellow" py={6}>
            <bdi>{caveat}</bdi>
          </Alert>
        ))}
      {sky !== undefined && (
        <KeepSun
          title={t('sun.keep')}
          calculation={{ kind: 'sun', input: { ...point, at: sky.at } }}
          calculated={t('sun.kept', { at: sky.at })}
        />
      )}
      <ShadowForm
        point={point}
        date={date}
        answer={fits}
        onAnswer={setFits}
        onLook={(at) => setMinute(Math.round((Date.parse(at) - Date.parse(day.from)) / 60_000))}
      />
    </Stack>
  );
}
