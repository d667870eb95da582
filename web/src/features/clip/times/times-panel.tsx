import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { wallClock } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { clusterQuery, findingsQuery, metadataQuery } from '../queries';
import { Contradictions } from './contradictions';
import { isDateAlone, timeRows, type TimeRow } from './time-rows';
import { useZone } from './use-zone';

/** Every time that anybody or anything names, in UTC and by the clocks of the claimed place, with what contradicts. */
export function TimesPanel() {
  const { t } = useTranslation('clip');
  const { clip } = useWorkspace();
  const metadata = useQuery(metadataQuery(clip.id)).data;
  const findings = useQuery(findingsQuery(clip.id)).data ?? [];
  const cluster = useQuery(clusterQuery(clip.id)).data;
  const zone = useZone(clip);
  const rows = timeRows({ clip, metadata, findings, cluster });
  return (
    <Stack gap="sm">
      <Contradictions findings={findings} />
      <Text size="sm">
        {zone.timezone === null ? t('times.noZone') : t(`times.zone.${zone.from}` as never)}{' '}
        {zone.timezone !== null && <bdi dir="ltr">{zone.timezone}</bdi>}
      </Text>
      {!rows.some(({ source }) => source === 'claimed') && <Text size="sm">{t('times.noClaim')}</Text>}
      <Table.ScrollContainer
        minWidth={420}
        type="native"
        tabIndex={0}
        role="group"
        aria-label={t('times.caption')}
      >
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('times.what')}</Table.Th>
              <Table.Th>{t('times.utc')}</Table.Th>
              <Table.Th>{t('times.local')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} zone={zone.timezone} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t('times.caveat')}
      </Text>
    </Stack>
  );
}

/** What says so and its clocks in one line, the notes beneath over the whole width: the panel is narrow. */
function Row({ row, zone }: { readonly row: TimeRow; readonly zone: string | null }) {
  const { t } = useTranslation('clip');
  const hasNotes = row.notes.length > 0;
  const border = hasNotes ? { borderBottom: 'none' } : {};
  return (
    <>
      <Table.Tr style={border}>
        <Table.Th scope="row" fw={600} style={{ verticalAlign: 'top' }} {...(hasNotes ? {} : { pb: 4 })}>
          {t(`times.sources.${row.source}` as never)}
        </Table.Th>
        {row.raw === null ? (
          <>
            <Clock row={row} zone="UTC" />
            {zone === null ? <Table.Td>–</Table.Td> : <Clock row={row} zone={zone} />}
          </>
        ) : (
          <Table.Td colSpan={2} style={{ verticalAlign: 'top' }}>
            <span dir="ltr">{row.raw}</span>
            <Text size="xs">{t('times.zoneUnknown')}</Text>
          </Table.Td>
        )}
      </Table.Tr>
      {hasNotes && (
        <Table.Tr>
          <Table.Td colSpan={3} pt={0}>
            {row.notes.map((note) => (
              <Text size="xs" key={note} style={{ overflowWrap: 'anywhere' }}>
                <bdi>{note}</bdi>
              </Text>
            ))}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Clock({ row: { from, to }, zone }: { readonly row: TimeRow; readonly zone: string }) {
  const { t } = useTranslation('clip');
  const text = (at: string) => (isDateAlone(at) ? at : wallClock(at, zone));
  return (
    <Table.Td style={{ verticalAlign: 'top', whiteSpace: 'nowrap' }} ff="monospace" fz="xs">
      {from !== null && from === to ? (
        <time dateTime={from} dir="ltr">
          {text(from)}
        </time>
      ) : (
        <>
          {from !== null && (
            <div>
              {t('times.from')} <bdi dir="ltr">{text(from)}</bdi>
            </div>
          )}
          {to !== null && (
            <div>
              {t('times.to')} <bdi dir="ltr">{text(to)}</bdi>
            </div>
          )}
          {from === null && to === null && t('times.noSpan')}
        </>
      )}
    </Table.Td>
  );
}
