import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { casesQuery, useMe } from '@/api/queries';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (caseId: string | undefined) => void;
  readonly ref: Ref<HTMLSelectElement>;
}

/** One of the cases that the reader reviews, or all of them. */
export function CaseFilter({ value, onChange, ref }: Props) {
  const { t } = useTranslation('dashboard');
  const { data: me } = useMe();
  const { data: cases } = useQuery(casesQuery);
  const reviewed = new Set(
    me?.cases.flatMap(({ caseId, role }) => (role === 'submitter' ? [] : [caseId])) ?? [],
  );
  const options = (cases?.items ?? [])
    .filter(({ id }) => reviewed.has(id))
    .map(({ id, title }) => ({ value: id, label: shortened(title) }));
  const isKnown = value === undefined || options.some((option) => option.value === value);
  return (
    <NativeSelect
      ref={ref}
      aria-label={t('case')}
      value={value ?? ''}
      maw={260}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('allCases') },
        ...options,
        ...(isKnown ? [] : [{ value, label: t('anotherCase') }]),
      ]}
    />
  );
}

/** A list of a browser is as wide as its longest entry. */
function shortened(title: string): string {
  return title.length > 60 ? `${title.slice(0, 59)}…` : title;
}
