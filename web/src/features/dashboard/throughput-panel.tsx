import { Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { series } from './bars';
import type { Figures } from './dashboard-query';
import classes from './dashboard.module.css';
import chart from './throughput-chart.module.css';
import { numberText } from './number-text';
import { Panel } from './panel';
import { ThroughputChart } from './throughput-chart';

/** What came in and what was concluded and closed, day by day: a drawing, and the same as a table. */
export function ThroughputPanel({ figures }: { readonly figures: Figures }) {
  const { t, i18n } = useTranslation('dashboard');
  const days = figures.throughput;
  const number = (value: number) => numberText(value, i18n.language);
  const sum = (name: (typeof series)[number]) => days.reduce((all, day) => all + day[name], 0);
  return (
    <Panel title={t('throughput.title', { count: days.length })}>
      <Group gap="md">
        {series.map((name) => (
          <Text size="sm" key={name} component="span">
            <span className={classes['swatch']} aria-hidden>
              <svg width="10" height="10">
                <rect width="10" height="10" className={chart[name]} />
              </svg>
            </span>
            {t(`throughput.${name}` as never)} <b>{number(sum(name))}</b>
          </Text>
        ))}
      </Group>
      <ThroughputChart days={days} />
      <details>
        <summary>{t('throughput.asTable')}</summary>
        <Table fz="sm" verticalSpacing={2} tabularNums>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('throughput.day')}</Table.Th>
              {series.map((name) => (
                <Table.Th key={name}>{t(`throughput.${name}` as never)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.toReversed().map((day) => (
              <Table.Tr key={day.day}>
                <Table.Th scope="row">
                  <span dir="ltr">{day.day}</span>
                </Table.Th>
                {series.map((name) => (
                  <Table.Td key={name}>{number(day[name])}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </Panel>
  );
}
