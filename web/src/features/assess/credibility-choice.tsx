import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly value: number;
  readonly onChange: (credibility: number) => void;
  readonly error: string | null;
}

const digits = [1, 2, 3, 4, 5, 6] as const;

/** How far the information is to be believed, in the words of the Admiralty code; apart from how far its source is. */
export function CredibilityChoice({ value, onChange, error }: Props) {
  const { t } = useTranslation('assess');
  return (
    <NativeSelect
      label={t('form.credibility')}
      description={value === 1 ? t('credibility.needsTwo') : t('credibility.help')}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={digits.map((digit) => ({
        value: String(digit),
        label: `${digit} · ${t(`credibility.${digit}` as never)}`,
      }))}
      error={error}
    />
  );
}
