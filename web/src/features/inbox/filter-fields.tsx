import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommitInput } from './commit-input';
import { choiceKey, choiceNames, choices } from './filter-choices';
import { without, type FilterName } from './list-filter';
import { circleOf, dayOf, instantOf } from './filter-values';
import { useCaseTitles, usePeopleNames } from './use-list-names';
import type { ListAddress } from './use-list-address';

const days = ['submittedAfter', 'submittedBefore', 'timeFrom', 'timeTo'] as const;

export function FilterFields({ address: { filter, go } }: { readonly address: ListAddress }) {
  const { t } = useTranslation('inbox');
  const titles = useCaseTitles();
  const names = usePeopleNames();
  const set = (name: FilterName, value: string) =>
    go(value === '' ? without(filter, name) : { ...filter, [name]: value });
  const select = (name: FilterName, data: readonly { value: string; label: string }[]) => (
    <NativeSelect
      key={name}
      size="xs"
      label={t(`filter.${name}` as never)}
      value={filter[name] ?? ''}
      data={[{ value: '', label: t('any') }, ...data]}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 3, lg: 5 }} spacing="xs" pt="xs">
      {select(
        'case',
        [...titles].map(([value, label]) => ({ value, label })),
      )}
      {select('assignee', [
        { value: 'me', label: t('me') },
        { value: 'none', label: t('nobody') },
        ...[...names].map(([value, label]) => ({ value, label })),
      ])}
      {choiceNames.map((name) =>
        select(
          name,
          choices[name].map((value) => ({ value, label: t(choiceKey(name, value) as never) })),
        ),
      )}
      <CommitInput
        size="xs"
        dir="auto"
        label={t('filter.tag')}
        maxLength={100}
        value={filter.tag ?? ''}
        onCommit={(tag) => set('tag', tag)}
      />
      {days.map((name) => (
        <CommitInput
          key={name}
          size="xs"
          type="date"
          dir="ltr"
          label={t(`filter.${name}` as never)}
          value={dayOf(filter[name])}
          onCommit={(day) => set(name, instantOf(day))}
        />
      ))}
      <CommitInput
        size="xs"
        dir="ltr"
        label={t('filter.near')}
        placeholder="35.76, 36.76, 5"
        value={circleOf(filter.near, filter.radiusM)}
        onCommit={(text) => {
          const [lat = '', lon = '', km = '10'] = text.split(/[\s,]+/);
          if (text === '') go(without(filter, 'near'));
          else go({ ...filter, near: `${lat},${lon}`, radiusM: String(Number(km) * 1000) });
        }}
      />
      <CommitInput
        size="xs"
        dir="ltr"
        label={t('filter.bbox')}
        placeholder="36.0, 35.0, 37.0, 36.5"
        value={filter.bbox ?? ''}
        onCommit={(text) => set('bbox', text.replaceAll(/\s/g, ''))}
      />
    </SimpleGrid>
  );
}
