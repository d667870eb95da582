import { Table, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clipQuery } from '@/api/queries';
import { WorkBadge } from '@/ui/badges';
import { agoOf } from '@/ui/time';
import { CountRows } from './count-rows';
import type { Figures } from './dashboard-query';
import classes from './dashboard.module.css';
import { Panel } from './panel';
import { useAgeLabel } from './use-age-label';

const colors = ['blue', 'blue', 'blue', 'yellow', 'red'] as const;
const SHOWN = 5;

/** How long clips have waited for people, and those that have waited longest. */
export function AgeingPanel({ figures }: { readonly figures: Figures }) {
  const { t, i18n } = useTranslation('dashboard');
  const ageLabel = useAgeLabel();
  const oldest = figures.oldestWaiting.slice(0, SHOWN);
  return (
    <Panel title={t('ageing.title')}>
      <CountRows
        rows={figures.ageing.map((bucket, index) => ({
          key: String(bucket.fromDays),
          label: ageLabel(bucket),
          count: bucket.count,
          color: bucket.count === 0 ? 'blue' : (colors[index] ?? 'red'),
        }))}
      />
      {oldest.length > 0 && (
        <Table layout="fixed" fz="sm" verticalSpacing={4}>
          <Table.Caption style={{ captionSide: 'top', textAlign: 'start', color: 'inherit' }}>
            {t('ageing.oldest')}
          </Table.Caption>
          <Table.Tbody>
            {oldest.map(({ clipId, work, since }) => (
              <Table.Tr key={clipId}>
                <Table.Td>
                  <ClipLink clipId={clipId} />
                </Table.Td>
                <Table.Td w={135} visibleFrom="xs">
                  <WorkBadge work={work} />
                </Table.Td>
                <Table.Td w={140} ta="end" className={classes['ago'] ?? ''}>
                  <Text component="time" dateTime={since} size="sm">
                    {agoOf(since, i18n.language)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

/** By its title once that is known: the figures themselves tell ids alone. */
function ClipLink({ clipId }: { readonly clipId: string }) {
  const { t } = useTranslation('dashboard');
  const [clip] = useQueries({ queries: [{ ...clipQuery(clipId), staleTime: 60_000 }] });
  const name = clip.data?.title ?? clip.data?.canonicalUrl ?? t('clip', { id: clipId.slice(-6) });
  return (
    <Link to="/clips/$clipId" params={{ clipId }} className={classes['clip']} title={name} dir="auto">
      {name}
    </Link>
  );
}
