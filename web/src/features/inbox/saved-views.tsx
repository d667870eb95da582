import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { readQuery } from './list-filter';
import type { ListAddress } from './use-list-address';

const viewsKey = [...keys.me, 'views'];

/** Lists that somebody comes back to. Each is also an address: whoever is sent it sees the same list of what they may see. */
export function SavedViews({ address }: { readonly address: ListAddress }) {
  const { t } = useTranslation('inbox');
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const views = useQuery({
    queryKey: viewsKey,
    queryFn: () => answer(api.GET('/api/v1/me/views')),
    staleTime: 60_000,
    enabled: isOpen,
  });
  const done = { onSuccess: () => queries.invalidateQueries({ queryKey: viewsKey }) };
  const save = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/me/views', { body: { name: name.trim(), query: address.query } })),
    ...done,
  });
  const remove = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/v1/me/views/{id}', { params: { path: { id } } })),
    ...done,
  });
  const error = save.error ?? remove.error ?? views.error;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Bookmark size={16} aria-hidden />}
          onClick={() => setOpen((now) => !now)}
        >
          {t('views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views')}>
        <Stack gap="xs">
          {views.data?.items.length === 0 && <Text size="sm">{t('noViews')}</Text>}
          {views.data?.items.map((view) => (
            <Group key={view.id} justify="space-between" wrap="nowrap" gap={4}>
              <Button
                component={Link}
                to="/clips"
                search={readQuery(view.query) as never}
                variant={view.query === address.query ? 'light' : 'subtle'}
                size="compact-md"
                justify="flex-start"
                flex={1}
                miw={0}
                onClick={() => setOpen(false)}
              >
                <bdi>{view.name}</bdi>
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('deleteView', { name: view.name })}
                onClick={() => remove.mutate(view.id)}
              >
                <Trash2 size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate(undefined, { onSuccess: () => setName('') });
            }}
          >
            <Group align="flex-end" wrap="nowrap" gap="xs">
              <TextInput
                label={t('saveAs')}
                flex={1}
                required
                maxLength={100}
                dir="auto"
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
                {t('save')}
              </Button>
            </Group>
          </form>
          {error !== null && <ProblemAlert error={error} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
