import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { verdicts, type Verdict } from './draft';

interface Props {
  readonly value: Verdict | null;
  readonly onChange: (verdict: Verdict) => void;
  readonly error: string | null;
}

/** Four words, each with what it means: a wrong one harms people. */
export function VerdictChoice({ value, onChange, error }: Props) {
  const { t } = useTranslation('assess');
  return (
    <Radio.Group
      label={t('form.verdict')}
      required
      value={value}
      onChange={(chosen) => {
        const verdict = verdicts.find((each) => each === chosen);
        if (verdict !== undefined) onChange(verdict);
      }}
      error={error}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt={4}>
        {verdicts.map((verdict, index) => (
          <Radio
            key={verdict}
            value={verdict}
            label={`${index + 1} · ${t(`verdict.${verdict}.word` as never)}`}
            description={t(`verdict.${verdict}.means` as never)}
            {...(index === 0 ? { 'data-part': 'verdict' } : {})}
          />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
