import { ActionIcon, Box, Button, FileButton, Group, Paper, Text, TextInput } from '@mantine/core';
import { File as FileIcon, Link as LinkIcon, Pencil, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { faultsAt } from '../fields/fault-of';
import { RowForm, useSayFault } from '../fields/row-form';
import type { CaseChoice } from '../rows/case-choice';
import type { DraftRow } from '../rows/row';
import { submitStore, type Sending } from '../store/submit-store';
import { RowProgress } from './row-progress';
import { KnownNote } from './known-note';
import { Said } from './said';
import type { KnownLink } from './use-known';
import { rowElementId } from './use-row-keys';

interface Props {
  readonly row: DraftRow;
  readonly number: number;
  readonly isOpen: boolean;
  readonly sending: Sending | undefined;
  readonly known: KnownLink | undefined;
  readonly sameAs: number | undefined;
  readonly cases: readonly CaseChoice[];
}

/** One link or file that is to be sent; opened, everything that is said about it. */
export function RowItem({ row, number, isOpen, sending, known, sameAs, cases }: Props) {
  const { t } = useTranslation('submit');
  const label = row.kind === 'file' ? row.fileName : row.url;
  const toggle = () => submitStore.change({ do: 'open', key: isOpen ? null : row.key });
  const Icon = row.kind === 'file' ? FileIcon : LinkIcon;
  return (
    <Paper
      component="li"
      withBorder
      radius={0}
      p="xs"
      id={rowElementId(row.key)}
      tabIndex={-1}
      aria-label={t('rows.row', { number })}
      style={{ marginBlockStart: -1 }}
    >
      <Group gap="xs" wrap="nowrap" align="center">
        <Text size="sm" c="dimmed" miw={20} ta="end">
          {number}
        </Text>
        <Icon size={16} aria-hidden style={{ flexShrink: 0 }} />
        <Box style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" truncate={!isOpen} title={label} style={isOpen ? { overflowWrap: 'anywhere' } : {}}>
            <bdi dir={row.kind === 'link' ? 'ltr' : undefined}>{label === '' ? t('rows.noLink') : label}</bdi>
          </Text>
          <Said fields={row.fields} cases={cases} />
        </Box>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Pencil size={14} aria-hidden />}
          aria-expanded={isOpen}
          aria-label={isOpen ? t('rows.closeRow', { number }) : t('rows.openRow', { number })}
          onClick={toggle}
        >
          {isOpen ? t('rows.done') : t('rows.claims')}
        </Button>
        <ActionIcon
          variant="default"
          color="gray"
          aria-label={t('rows.remove', { number })}
          onClick={() => submitStore.change({ do: 'remove', keys: [row.key] })}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <KnownNote known={row.faults.length === 0 ? known : undefined} sameAs={sameAs} />
      {!isOpen && <Faults row={row} />}
      {sending !== undefined && <RowProgress rowKey={row.key} kind={row.kind} sending={sending} />}
      {isOpen && <OpenRow row={row} cases={cases} />}
    </Paper>
  );
}

function Faults({ row }: { readonly row: DraftRow }) {
  const { t } = useTranslation('submit');
  const say = useSayFault();
  if (row.faults.length === 0) return null;
  return (
    <Text component="div" size="sm" c="var(--mantine-color-error)" role="alert">
      {row.faults.map((fault) =>
        fault.message === 'fileAgain' ? (
          <ChooseAgain key="fileAgain" row={row} says={say(fault)} />
        ) : (
          say(fault)
        ),
      )}
      {row.line !== null && <Text size="sm">{t('table.line', { line: row.line })}</Text>}
    </Text>
  );
}

/** The browser forgets files over a reload. */
function ChooseAgain({ row, says }: { readonly row: DraftRow; readonly says: React.ReactNode }) {
  const { t } = useTranslation('submit');
  return (
    <Group gap="xs">
      {says}
      <FileButton
        onChange={(file) => file !== null && submitStore.setFile(row.key, file)}
        inputProps={{ 'aria-label': t('files.again'), tabIndex: -1 }}
      >
        {({ onClick }) => (
          <Button size="compact-sm" variant="default" onClick={onClick}>
            {t('files.again')}
          </Button>
        )}
      </FileButton>
    </Group>
  );
}

function OpenRow({ row, cases }: { readonly row: DraftRow; readonly cases: readonly CaseChoice[] }) {
  const { t } = useTranslation('submit');
  const say = useSayFault();
  const urlFaults = faultsAt(row.faults, 'url');
  return (
    <Box pt="sm">
      <TextInput
        mb="sm"
        label={row.kind === 'file' ? t('rows.urlOfFile') : t('rows.url')}
        dir="ltr"
        size="sm"
        spellCheck={false}
        value={row.url}
        error={urlFaults.length === 0 ? undefined : urlFaults.map(say)}
        onChange={(event) => submitStore.change({ do: 'url', key: row.key, url: event.currentTarget.value })}
      />
      <RowForm
        fields={row.fields}
        faults={row.faults}
        cases={cases}
        onChange={(fields) => submitStore.change({ do: 'fields', key: row.key, fields })}
      />
    </Box>
  );
}
