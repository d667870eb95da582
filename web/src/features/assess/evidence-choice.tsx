import { ActionIcon, Button, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { useWorkspace } from '@/workspace/workspace';
import { clockOfMs } from '@/ui/time';
import { entryName } from './differences';
import { EvidenceAdd, type AddableKind } from './evidence-add';
import { EvidenceItem } from './evidence-item';
import type { Records } from './use-records';

type Entry = Schemas['FindingEvidenceEntry'];

interface Props {
  readonly evidence: readonly Entry[];
  readonly records: Records;
  readonly onAdd: (entry: Entry) => void;
  readonly onChange: (evidence: readonly Entry[]) => void;
  readonly error: string | null;
  readonly kinds?: readonly AddableKind[];
}

const usual: readonly AddableKind[] = ['record', 'url', 'metadata', 'file', 'none_found'];

/** What a judgement or a finding rests on: taken from what was gathered, from the clip's records, or written down. */
export function EvidenceChoice(props: Props) {
  const { evidence, records, onAdd, onChange, error, kinds = usual } = props;
  const { t } = useTranslation('assess');
  const { frame, evidence: gathered, clearEvidence } = useWorkspace();
  const without = (index: number) => evidence.filter((_, at) => at !== index);
  const withNote = (index: number, note: string) =>
    evidence.map((entry, at) => {
      if (at !== index) return entry;
      const { note: _before, ...rest } = entry;
      return note === '' ? rest : { ...rest, note };
    });
  const takeGathered = () => {
    const known = new Set(evidence.map(entryName));
    onChange([...evidence, ...gathered.filter((entry) => !known.has(entryName(entry)))]);
    clearEvidence();
  };
  return (
    <Input.Wrapper
      component="fieldset"
      label={t('form.evidence')}
      labelElement="div"
      required
      description={t('form.evidenceHelp')}
      error={error}
      style={{ border: 0, padding: 0, margin: 0, minInlineSize: 0 }}
      aria-label={t('form.evidence')}
    >
      <Stack gap="xs" mt={4}>
        {evidence.length > 0 && (
          <ul className="sl-plain-list" aria-label={t('form.chosen')}>
            {evidence.map((entry, index) => (
              <li key={`${entry.kind}-${entry.ref ?? index}`}>
                <EvidenceItem entry={withoutNote(entry)} records={records}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('evidence.remove', { what: t(`evidence.kind.${entry.kind}` as never) })}
                    onClick={() => onChange(without(index))}
                  >
                    <X size={16} aria-hidden />
                  </ActionIcon>
                </EvidenceItem>
                <TextInput
                  size="xs"
                  dir="auto"
                  maxLength={5000}
                  label={t('evidence.noteLabel')}
                  aria-label={t('evidence.note', { what: t(`evidence.kind.${entry.kind}` as never) })}
                  value={entry.note ?? ''}
                  onChange={(event) => onChange(withNote(index, event.currentTarget.value))}
                />
              </li>
            ))}
          </ul>
        )}
        <Group gap="xs">
          {gathered.length > 0 && (
            <Button size="compact-sm" onClick={takeGathered}>
              {t('form.takeGathered', { count: gathered.length })}
            </Button>
          )}
          {frame !== undefined && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onAdd({ kind: 'frame', ref: frame.id })}
            >
              {t('form.takeFrame')}&nbsp;<bdi dir="ltr">{clockOfMs(frame.ptsMs)}</bdi>
            </Button>
          )}
        </Group>
        <EvidenceAdd kinds={kinds} records={records} onAdd={onAdd} />
        <Text size="xs" c="dimmed">
          {t('form.evidenceKey')}
        </Text>
      </Stack>
    </Input.Wrapper>
  );
}

/** Its note stands in the field beneath it. */
function withoutNote(entry: Entry): Entry {
  const { note: _note, ...rest } = entry;
  return rest;
}
