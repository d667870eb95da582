import { Button, Group, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClipRow } from './clip-row';
import type { Bulk } from './use-bulk';

interface Props {
  readonly rows: readonly ClipRow[];
  readonly isBusy: boolean;
  readonly onRun: Bulk['run'];
}

/** Adds a tag to all that is selected, or takes it from all that have it. */
export function BulkTags({ rows, isBusy, onRun }: Props) {
  const { t } = useTranslation('inbox');
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const tag = typed.trim();
  const run = (chosen: readonly ClipRow[], tagsOf: (row: ClipRow) => string[]) => {
    setOpen(false);
    setTyped('');
    onRun(chosen, (row) => ({ tags: tagsOf(row) }));
  };
  const add = () => run(rows, ({ tags }) => [...new Set([...tags, tag])]);
  const having = rows.filter(({ tags }) => tags.includes(tag));
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="top-start">
      <Popover.Target>
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => setOpen((now) => !now)}>
          {t('bulk.tag')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('bulk.tag')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (tag !== '') add();
          }}
        >
          <TextInput
            label={t('filter.tag')}
            dir="auto"
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group mt="xs" gap="xs">
            <Button type="submit" size="compact-sm" disabled={tag === ''}>
              {t('bulk.addTag')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={having.length === 0}
              onClick={() => run(having, ({ tags }) => tags.filter((each) => each !== tag))}
            >
              {t('bulk.removeTag', { count: having.length })}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
