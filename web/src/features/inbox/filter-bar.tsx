import { Button, Collapse, Group, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ListFilter as FilterIcon, Search } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { CommitInput } from './commit-input';
import { FilterFields } from './filter-fields';
import { without } from './list-filter';
import type { ListAddress } from './use-list-address';

/** Search and order in sight, everything else behind one button. */
export function FilterBar({ address }: { readonly address: ListAddress }) {
  const { t } = useTranslation('inbox');
  const { filter, order, go } = address;
  const [isOpen, { toggle }] = useDisclosure(false);
  const search = useRef<HTMLInputElement>(null);
  useKeys(t('filters'), [
    {
      keys: '/',
      label: t('key.search'),
      run: (event) => {
        event.preventDefault();
        search.current?.focus();
      },
    },
    { keys: 'f', label: t('key.filters'), run: toggle },
  ]);
  return (
    <div role="search">
      <Group gap="xs" align="flex-end">
        <CommitInput
          ref={search}
          type="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          leftSection={<Search size={16} aria-hidden />}
          dir="auto"
          miw={200}
          flex={1}
          maxLength={300}
          value={filter.q ?? ''}
          onCommit={(q) => go(q === '' ? without(filter, 'q') : { ...filter, q })}
        />
        <NativeSelect
          aria-label={t('order.label')}
          value={order}
          data={[
            { value: 'newest', label: t('order.newest') },
            { value: 'oldest', label: t('order.oldest') },
          ]}
          onChange={(event) => go(filter, event.currentTarget.value === 'oldest' ? 'oldest' : 'newest')}
        />
        <Button
          variant="default"
          leftSection={<FilterIcon size={16} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {t('filters')}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>{isOpen && <FilterFields address={address} />}</Collapse>
    </div>
  );
}
