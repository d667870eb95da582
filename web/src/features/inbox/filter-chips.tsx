import { Button, Group } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { choiceKey, isChoice } from './filter-choices';
import { chipNames, without, type FilterName } from './list-filter';
import { circleOf, dayOf } from './filter-values';
import { useCaseTitles, usePeopleNames } from './use-list-names';
import type { ListAddress } from './use-list-address';

/** What the list is narrowed by, each to be taken away by itself. */
export function FilterChips({ address: { filter, go } }: { readonly address: ListAddress }) {
  const { t } = useTranslation('inbox');
  const titles = useCaseTitles();
  const people = usePeopleNames();
  const names = chipNames(filter);
  if (names.length === 0) return null;
  const wordsOf = (name: FilterName): string => {
    const value = filter[name] ?? '';
    if (isChoice(name)) return t(choiceKey(name, value) as never, { defaultValue: value });
    if (name === 'case') return titles.get(value) ?? value.slice(0, 8);
    if (name === 'assignee') {
      if (value === 'me') return t('me');
      return value === 'none' ? t('nobody') : (people.get(value) ?? value.slice(0, 8));
    }
    if (name === 'near') return circleOf(value, filter.radiusM);
    if (name === 'person') return value.slice(0, 8);
    return /^(submitted|time)/.test(name) ? dayOf(value) : value;
  };
  return (
    <Group gap={6} role="group" aria-label={t('narrowedBy')}>
      {names.map((name) => (
        <Button
          key={name}
          size="compact-sm"
          variant="light"
          maw="100%"
          rightSection={<X size={14} aria-hidden />}
          aria-label={t('takeAway', { name: t(`filter.${name}` as never), value: wordsOf(name) })}
          onClick={() => go(without(filter, name))}
        >
          {t(`filter.${name}` as never)}: <bdi>{wordsOf(name)}</bdi>
        </Button>
      ))}
      {names.length > 1 && (
        <Button size="compact-sm" variant="subtle" onClick={() => go({})}>
          {t('clearFilters')}
        </Button>
      )}
    </Group>
  );
}
