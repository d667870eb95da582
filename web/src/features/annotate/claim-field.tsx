import { Group, Radio, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import type { Draft, Stance } from './draft';

const stances: readonly Stance[] = ['supports', 'contradicts', 'neutral'];

interface Props {
  readonly claims: readonly Schemas['Claim'][];
  readonly value: Pick<Draft, 'claimId' | 'stance'>;
  readonly onChange: (value: Pick<Draft, 'claimId' | 'stance'>) => void;
}

/** The claim for or against which the mark speaks. */
export function ClaimField({ claims, value, onChange }: Props) {
  const { t } = useTranslation('annotate');
  if (claims.length === 0) return null;
  return (
    <Stack gap={6}>
      <Select
        size="xs"
        label={t('claim')}
        placeholder={t('noClaim')}
        data={claims.map((claim) => ({
          value: claim.id,
          label: `${t(`ui:claimType.${claim.type}` as never)}: ${claim.statement}`,
        }))}
        value={value.claimId}
        onChange={(claimId) => onChange({ ...value, claimId })}
        clearable
        clearButtonProps={{ 'aria-label': t('noClaim') }}
      />
      {value.claimId !== null && (
        <Radio.Group
          size="xs"
          label={t('stance')}
          value={value.stance}
          onChange={(stance) => onChange({ ...value, stance })}
        >
          <Group gap="md" mt={4}>
            {stances.map((stance) => (
              <Radio size="xs" key={stance} value={stance} label={t(`stances.${stance}` as never)} />
            ))}
          </Group>
        </Radio.Group>
      )}
    </Stack>
  );
}
