import { Button, Stack, Table, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { ProblemAlert } from '@/ui/problem-alert';
import { InviteForm } from './invite-form';
import { SetupLinkNotice, type ShownLink } from './setup-link-notice';
import { UserRow, type User } from './user-row';
import { usersKey, usersQuery } from './users-query';

/** Administrators alone: invite, disable, and a new way in for whoever has lost theirs. */
export function UsersSection({ ownId }: { readonly ownId: string }) {
  const { t } = useTranslation('team');
  const queries = useQueryClient();
  const users = useInfiniteQuery(usersQuery);
  const [link, setLink] = useState<ShownLink>();
  const done = { onSuccess: () => queries.invalidateQueries({ queryKey: usersKey }) };
  const setDisabled = useMutation({
    mutationFn: ({ user, disabled }: { readonly user: User; readonly disabled: boolean }) =>
      answer(
        api.PATCH('/api/v1/users/{id}', {
          params: { path: { id: user.id } },
          body: { disabled },
          headers: { 'if-match': `"${user.id}.${user.version}"` },
        }),
      ),
    ...done,
  });
  const relink = useMutation({
    mutationFn: (user: User) =>
      answer(api.POST('/api/v1/users/{id}/setup-link', { params: { path: { id: user.id } } })),
    onSuccess: ({ setupUrl, expiresAt }, user) => setLink({ name: user.name, setupUrl, expiresAt }),
  });
  const error = users.error ?? setDisabled.error ?? relink.error;
  return (
    <section aria-labelledby="people-users">
      <Stack gap="xs">
        <Title order={2} size="h3" id="people-users">
          {t('users')}
        </Title>
        <InviteForm onInvited={setLink} />
        {link !== undefined && <SetupLinkNotice link={link} onClose={() => setLink(undefined)} />}
        {error !== null && <ProblemAlert error={error} onRetry={() => void users.refetch()} />}
        <Table.ScrollContainer minWidth={560} type="native">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('email')}</Table.Th>
                <Table.Th>{t('state')}</Table.Th>
                <Table.Th>{t('actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {users.data?.pages.flatMap(({ items }) =>
                items.map((user) => (
                  <UserRow
                    key={user.id}
                    user={user}
                    isSelf={user.id === ownId}
                    onLink={() => relink.mutate(user)}
                    onDisable={(disabled) => setDisabled.mutate({ user, disabled })}
                  />
                )),
              )}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {users.hasNextPage && (
          <Button
            variant="default"
            loading={users.isFetchingNextPage}
            onClick={() => void users.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </Stack>
    </section>
  );
}
