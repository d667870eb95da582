import { Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';
import { parsePosition } from '@/regions/position';

type Landmark = Draft['landmark'];

/** The point of the map that this is, or is not, the same as. */
export function LandmarkField({
  value,
  onChange,
}: {
  readonly value: Landmark;
  readonly onChange: (value: Landmark) => void;
}) {
  const { t } = useTranslation('annotate');
  const isWrong = value !== null && value.position !== '' && parsePosition(value.position) === undefined;
  return (
    <Stack gap={6}>
      <Checkbox
        size="xs"
        label={t('landmark')}
        checked={value !== null}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? { position: '', agree: true, note: '' } : null)
        }
      />
      {value !== null && (
        <>
          <TextInput
            size="xs"
            label={t('position')}
            description={t('positionHint')}
            dir="ltr"
            value={value.position}
            error={isWrong ? t('positionWrong') : undefined}
            onChange={(event) => onChange({ ...value, position: event.currentTarget.value })}
          />
          <Radio.Group
            size="xs"
            label={t('compared')}
            value={value.agree ? 'same' : 'other'}
            onChange={(chosen) => onChange({ ...value, agree: chosen === 'same' })}
          >
            <Group gap="md" mt={4}>
              <Radio size="xs" value="same" label={t('agree')} />
              <Radio size="xs" value="other" label={t('disagree')} />
            </Group>
          </Radio.Group>
          <TextInput
            size="xs"
            label={t('comparedBy')}
            dir="auto"
            maxLength={4000}
            value={value.note}
            onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
          />
        </>
      )}
    </Stack>
  );
}
