import { Button, NativeSelect, Stack, Table, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { membersQuery } from '@/api/queries';
import { ProblemAlert } from '@/ui/problem-alert';
import { Moment } from '@/ui/time';
import { AddMember } from './add-member';
import { roleOf, roles, type Role } from './roles';

interface Props {
  readonly caseId: string;
  readonly ownId: string | undefined;
}

export function CaseMembers({ caseId, ownId }: Props) {
  const { t } = useTranslation('team');
  const queries = useQueryClient();
  const members = useQuery(membersQuery(caseId));
  const done = { onSuccess: () => queries.invalidateQueries({ queryKey: keys.caseMembers(caseId) }) };
  const put = useMutation({
    mutationFn: (body: { readonly userId: string; readonly role: Role }) =>
      answer(api.POST('/api/v1/cases/{id}/members', { params: { path: { id: caseId } }, body })),
    ...done,
  });
  const remove = useMutation({
    mutationFn: (userId: string) =>
      answer(api.DELETE('/api/v1/cases/{id}/members/{userId}', { params: { path: { id: caseId, userId } } })),
    ...done,
  });
  const error = members.error ?? put.error ?? remove.error;
  const items: readonly Schemas['Member'][] = members.data?.items ?? [];
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('members')}
      </Title>
      {error !== null && <ProblemAlert error={error} onRetry={() => void members.refetch()} />}
      <Table.ScrollContainer minWidth={460} type="native">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('role')}</Table.Th>
              <Table.Th>{t('since')}</Table.Th>
              <Table.Th>{t('actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ userId, name, role, addedAt }) => (
              <Table.Tr key={userId}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <bdi>{name}</bdi>
                  {userId === ownId && ` (${t('you')})`}
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('roleOf', { name })}
                    value={role}
                    disabled={put.isPending}
                    data={roles.map((value) => ({ value, label: t(`roles.${value}` as never) }))}
                    onChange={(event) => put.mutate({ userId, role: roleOf(event.currentTarget.value) })}
                  />
                </Table.Td>
                <Table.Td>
                  <Moment at={addedAt} />
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('removeNamed', { name })}
                    loading={remove.isPending && remove.variables === userId}
                    onClick={() => remove.mutate(userId)}
                  >
                    {t('remove')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <AddMember
        taken={new Set(items.map(({ userId }) => userId))}
        isBusy={put.isPending}
        onAdd={(userId, role) => put.mutate({ userId, role })}
      />
    </Stack>
  );
}
