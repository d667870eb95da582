import { Button, Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { EvidenceFile } from './evidence-file';
import { recordChoices } from './record-choices';
import type { Records } from './use-records';

type Entry = Schemas['FindingEvidenceEntry'];
export type AddableKind = 'record' | 'url' | 'metadata' | 'file' | 'none_found' | 'search';

interface Props {
  readonly kinds: readonly AddableKind[];
  readonly records: Records;
  readonly onAdd: (entry: Entry) => void;
}

/** One line by which any kind of evidence is added: what kind, then what. */
export function EvidenceAdd({ kinds, records, onAdd }: Props) {
  const { t } = useTranslation('assess');
  const [kind, setKind] = useState<AddableKind>('record');
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <NativeSelect
        data-part="evidence"
        label={t('evidence.whatKind')}
        value={kind}
        onChange={(event) => setKind(kinds.find((each) => each === event.currentTarget.value) ?? 'record')}
        data={kinds.map((each) => ({ value: each, label: t(`evidence.add.${each}` as never) }))}
      />
      {kind === 'record' && <RecordChoice records={records} onAdd={onAdd} />}
      {kind === 'file' && <EvidenceFile onAdd={onAdd} />}
      {(kind === 'url' || kind === 'metadata' || kind === 'none_found') && (
        <Written key={kind} kind={kind} onAdd={onAdd} />
      )}
      {kind === 'search' && <SearchDone onAdd={onAdd} />}
    </Group>
  );
}

function RecordChoice({ records, onAdd }: Pick<Props, 'records' | 'onAdd'>) {
  const { t } = useTranslation('assess');
  const groups = recordChoices(records).map(({ kind, choices }) => ({
    group: t(`evidence.kind.${kind}` as never),
    items: choices.map(({ id, text }) => ({ value: `${kind}:${id}`, label: text })),
  }));
  return (
    <Select
      label={t('evidence.whichRecord')}
      searchable
      nothingFoundMessage={t('evidence.noRecord')}
      data={groups}
      value={null}
      maxDropdownHeight={280}
      style={{ flex: 1, minInlineSize: 180 }}
      onChange={(chosen) => {
        const [kind, ref] = (chosen ?? '').split(':');
        const known = (['frame', 'annotation', 'finding', 'match', 'file'] as const).find(
          (each) => each === kind,
        );
        if (known !== undefined && ref !== undefined) onAdd({ kind: known, ref });
      }}
    />
  );
}

/** An address, a field of the metadata, or what was looked for in vain. */
function Written({
  kind,
  onAdd,
}: { readonly kind: 'url' | 'metadata' | 'none_found' } & Pick<Props, 'onAdd'>) {
  const { t } = useTranslation('assess');
  const [text, setText] = useState('');
  const isSaid = text.trim() !== '';
  const add = () => {
    if (!isSaid) return;
    onAdd(kind === 'none_found' ? { kind, note: text.trim() } : { kind, ref: text.trim() });
    setText('');
  };
  return (
    <>
      <TextInput
        label={t(`evidence.ask.${kind}` as never)}
        dir={kind === 'none_found' ? 'auto' : 'ltr'}
        {...(kind === 'url' ? { type: 'url' } : {})}
        style={{ flex: 1, minInlineSize: 180 }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" onClick={add} disabled={!isSaid}>
        {t('evidence.addIt')}
      </Button>
    </>
  );
}

/** A search that was made, also one that found nothing: the next person need not make it again. */
function SearchDone({ onAdd }: Pick<Props, 'onAdd'>) {
  const { t } = useTranslation('assess');
  const [where, setWhere] = useState('');
  const [what, setWhat] = useState('');
  const [outcome, setOutcome] = useState<'found' | 'not_found'>('not_found');
  const isSaid = where.trim() !== '' && what.trim() !== '';
  return (
    <>
      <TextInput
        label={t('evidence.searchWhere')}
        dir="auto"
        value={where}
        onChange={(event) => setWhere(event.currentTarget.value)}
      />
      <TextInput
        label={t('evidence.searchWhat')}
        dir="auto"
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('evidence.searchOutcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value === 'found' ? 'found' : 'not_found')}
        data={(['not_found', 'found'] as const).map((value) => ({
          value,
          label: t(`evidence.outcome.${value}` as never),
        }))}
      />
      <Button
        variant="default"
        disabled={!isSaid}
        onClick={() => {
          onAdd({ kind: 'search', ref: where.trim(), note: what.trim(), outcome });
          setWhat('');
        }}
      >
        {t('evidence.addIt')}
      </Button>
    </>
  );
}
