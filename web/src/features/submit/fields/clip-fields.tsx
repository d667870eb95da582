import { Checkbox, Code, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseChoice } from '../rows/case-choice';
import type { RowFields } from '../rows/row';
import { instantOf } from '../rows/wall-time';
import { faultsAt, type FieldPath } from './fault-of';
import { useFieldsForm } from './form-context';
import { ZONES_LIST } from './zones';

interface Props {
  readonly cases: readonly CaseChoice[];
  /** The fields that count for all rows: there is nothing that they could fall back to. */
  readonly isForAll: boolean;
}

const SENSITIVITIES = ['none', 'personal', 'graphic'] as const;

/** What belongs to the clip rather than to a claim: case, note, when it was posted, how it is to be handled. */
export function ClipFields({ cases, isForAll }: Props) {
  const { t } = useTranslation('submit');
  const { t: ui } = useTranslation('ui');
  const { fields, faults, change, say } = useFieldsForm();
  const error = (path: FieldPath) => {
    const found = faultsAt(faults, path);
    return found.length === 0 ? undefined : found.map(say);
  };
  const set = <Name extends keyof RowFields>(name: Name, value: RowFields[Name]) =>
    change({ ...fields, [name]: value });
  const unset = isForAll ? [] : [{ value: '', label: t('asForAll') }];
  const inbox = cases.find((each) => each.inbox);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="xs">
        <NativeSelect
          label={t('case')}
          size="sm"
          error={error('caseId')}
          value={fields.caseId}
          onChange={(event) => set('caseId', event.currentTarget.value)}
          data={[
            ...(isForAll ? [{ value: '', label: inbox?.title ?? t('inbox') }] : unset),
            ...cases
              .filter((each) => !isForAll || !each.inbox)
              .map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <NativeSelect
          label={t('sensitivity')}
          size="sm"
          error={error('sensitivity')}
          value={fields.sensitivity === '' && isForAll ? 'none' : fields.sensitivity}
          onChange={(event) => set('sensitivity', event.currentTarget.value as RowFields['sensitivity'])}
          data={[
            ...unset,
            ...SENSITIVITIES.map((value) => ({ value, label: ui(`sensitivity.${value}` as never) })),
          ]}
        />
        <TextInput
          label={t('postedAt')}
          placeholder="2024-05-06 14:03"
          size="sm"
          dir="ltr"
          error={error('postedAt')}
          value={fields.postedAt}
          onChange={(event) => set('postedAt', event.currentTarget.value)}
        />
        <TextInput
          label={t('postedZone')}
          placeholder="UTC"
          size="sm"
          dir="ltr"
          list={ZONES_LIST}
          value={fields.postedZone}
          onChange={(event) => set('postedZone', event.currentTarget.value)}
        />
      </SimpleGrid>
      <PostedAtRead fields={fields} />
      <Textarea
        label={t('note')}
        description={t('noteHelp')}
        size="sm"
        dir="auto"
        autosize
        minRows={1}
        maxRows={8}
        error={error('note')}
        value={fields.note}
        onChange={(event) => set('note', event.currentTarget.value)}
      />
      <Checkbox
        label={t('protectSubmitter')}
        description={t('protectSubmitterHelp')}
        checked={fields.protectSubmitter}
        onChange={(event) => set('protectSubmitter', event.currentTarget.checked)}
      />
    </Stack>
  );
}

/** A wrong zone is easily overlooked: the time is shown as it will be kept. */
function PostedAtRead({ fields }: { readonly fields: RowFields }) {
  const { t } = useTranslation('submit');
  if (fields.postedAt.trim() === '') return null;
  const at = instantOf(fields.postedAt, fields.postedZone === '' ? 'UTC' : fields.postedZone, 'first');
  return (
    <Text size="sm" role="status">
      {at === undefined ? t('fault.notATime') : t('keptAs')}{' '}
      {at !== undefined && <Code dir="ltr">{at.slice(0, 19).replace('T', ' ')} UTC</Code>}
    </Text>
  );
}
