import { Alert, Button, Code, Group, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableReading } from '../csv/table';
import { useSayFault } from '../fields/row-form';
import { submissionOf } from '../rows/submission-of';
import { submitStore } from '../store/submit-store';
import type { TableChoice } from './use-table-choice';

interface Props {
  readonly choice: TableChoice;
  readonly onDone: () => void;
}

/** How a table was understood: which columns, which rows need a hand. Nothing has been sent yet. */
export function TablePreview({ choice: { fileName, reading }, onDone }: Props) {
  const { t } = useTranslation('submit');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const fault = reading === undefined ? 'notText' : reading.fault;
  return (
    <Paper
      ref={box}
      withBorder
      p="sm"
      component="section"
      aria-label={t('table.title')}
      tabIndex={-1}
      style={{ overflow: 'hidden' }}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('table.title')} {fileName !== '' && <bdi style={{ overflowWrap: 'anywhere' }}>{fileName}</bdi>}
        </Title>
        {fault !== undefined && (
          <Alert color="red" role="alert">
            {t(`table.fault.${fault}` as never)}
          </Alert>
        )}
        {reading !== undefined && reading.headers.length > 0 && fault !== 'empty' && (
          <Columns reading={reading} />
        )}
        {reading !== undefined && fault === undefined && <Rows reading={reading} />}
        <Group>
          {reading !== undefined && fault === undefined && (
            <Button
              onClick={() => {
                submitStore.change({ do: 'add', rows: reading.rows });
                onDone();
              }}
            >
              {t('table.take', { count: reading.rows.length })}
            </Button>
          )}
          <Button variant="default" onClick={onDone}>
            {t('table.leave')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Columns({ reading }: { readonly reading: TableReading }) {
  const { t } = useTranslation('submit');
  return (
    <Table withTableBorder withColumnBorders={false} verticalSpacing={4} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('table.column')}</Table.Th>
          <Table.Th>{t('table.readAs')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reading.headers.map(({ written, column }, index) => (
          <Table.Tr key={`${written} ${index}`}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <bdi>{written}</bdi>
            </Table.Td>
            <Table.Td>
              {column === undefined ? (
                <Text size="sm" c="dimmed">
                  {t('table.leftAside')}
                </Text>
              ) : (
                t(`column.${column}` as never)
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const FAULTS_SHOWN = 20;

function Rows({ reading }: { readonly reading: TableReading }) {
  const { t } = useTranslation('submit');
  const say = useSayFault();
  const faulty = reading.rows
    .map((row) => ({ row, faults: [...row.faults, ...submissionOf(row, row.fields).faults] }))
    .filter(({ faults }) => faults.length > 0);
  return (
    <>
      <Text>
        {t('table.rows', { count: reading.rows.length })}{' '}
        {faulty.length === 0 ? t('table.noFaults') : t('table.faults', { count: faulty.length })}
      </Text>
      {faulty.length > 0 && (
        <List size="sm" spacing={4}>
          {faulty.slice(0, FAULTS_SHOWN).map(({ row, faults }) => (
            <List.Item key={row.key}>
              {t('table.line', { line: row.line })}{' '}
              <Code style={{ overflowWrap: 'anywhere' }}>{row.url}</Code>
              {unique(faults).map(say)}
            </List.Item>
          ))}
        </List>
      )}
      {faulty.length > FAULTS_SHOWN && (
        <Text size="sm">{t('table.moreFaults', { count: faulty.length - FAULTS_SHOWN })}</Text>
      )}
    </>
  );
}

/** A row without a link is said to lack one, not to have a wrong one as well. */
function unique<Fault extends { readonly path: string }>(faults: readonly Fault[]): Fault[] {
  return faults.filter((fault, index) => faults.findIndex(({ path }) => path === fault.path) === index);
}
