import { Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { wallClock } from '@/ui/time';
import { SunDial } from './sun-dial';

/** What the sky is at one time: in a picture and in words. */
export function SkyNow({ sky }: { readonly sky: Schemas['SunAnswer'] }) {
  const { t } = useTranslation('map');
  const { sun, shadow, day } = sky;
  const clock = (at: string | null) => (at === null ? '–' : (at.split('T')[1]?.slice(0, 5) ?? '–'));
  const rows = [
    [t('sun.local'), sky.localTime.replace('T', ' ').replace(/\.\d+/, '')],
    ['UTC', wallClock(sky.at)],
    [
      t('sun.sun'),
      t('sun.position', { azimuth: sun.azimuthDeg.toFixed(1), altitude: sun.altitudeDeg.toFixed(1) }),
    ],
    [
      t('sun.shadow'),
      shadow === null
        ? t('sun.noShadow')
        : t('sun.cast', { direction: shadow.directionDeg.toFixed(1), ratio: shadow.lengthRatio.toFixed(2) }),
    ],
    [
      t('sun.rise'),
      t('sun.riseUtc', { sunrise: clock(day.sunrise), noon: clock(day.noon), sunset: clock(day.sunset) }),
    ],
  ] as const;
  return (
    <Group align="flex-start" gap="sm">
      <SunDial
        label={t('sun.dial')}
        sun={sun}
        shadow={shadow}
        letters={[t('sun.n'), t('sun.e'), t('sun.s'), t('sun.w')]}
      />
      <Table maw={360} withRowBorders={false} verticalSpacing={2}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>
                <bdi>{value}</bdi>
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{t('sun.light')}</Table.Th>
            <Table.Td>
              <Text span size="sm">
                {t(`light.${sky.light}` as never)}
                {day.daylight !== 'usual' && <> · {t(`daylight.${day.daylight}` as never)}</>}
              </Text>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Group>
  );
}
