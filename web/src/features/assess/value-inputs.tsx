import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import type { Typed, ValueField } from './value-fields';

interface Props {
  readonly fields: readonly ValueField[];
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  readonly error: Error | null;
}

/** The fields of a claimed or found value, with what the desk said of each. */
export function ValueInputs({ fields, typed, onChange, error }: Props) {
  const { t } = useTranslation('assess');
  const faults = error instanceof ProblemError ? error.errors : [];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
      {fields.map(({ name, kind }) => (
        <TextInput
          key={name}
          label={t(`field.${name}.label` as never)}
          description={t(`field.${name}.help` as never)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          dir={kind === 'words' ? 'auto' : 'ltr'}
          {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})}
          maxLength={2000}
          value={typed[name] ?? ''}
          onChange={(event) => onChange({ ...typed, [name]: event.currentTarget.value })}
          error={faults.find(({ path }) => path.split('.').at(-1) === name)?.message}
        />
      ))}
    </SimpleGrid>
  );
}
