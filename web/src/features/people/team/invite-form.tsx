import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { ProblemAlert } from '@/ui/problem-alert';
import type { ShownLink } from './setup-link-notice';
import { usersKey } from './users-query';

const empty = { name: '', email: '', admin: false };

export function InviteForm({ onInvited }: { readonly onInvited: (link: ShownLink) => void }) {
  const { t } = useTranslation('team');
  const queries = useQueryClient();
  const [fields, setFields] = useState(empty);
  const invite = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/users', {
          body: {
            name: fields.name.trim(),
            email: fields.email.trim(),
            admin: fields.admin,
            disabled: false,
          },
        }),
      ),
    onSuccess: ({ name, setupUrl }) => {
      setFields(empty);
      if (setupUrl !== undefined) onInvited({ name, setupUrl, expiresAt: null });
      return queries.invalidateQueries({ queryKey: usersKey });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate();
      }}
    >
      <Stack gap="xs">
        <Text size="sm">{t('inviteHint')}</Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('name')}
            required
            dir="auto"
            maxLength={200}
            value={fields.name}
            onChange={(event) => setFields({ ...fields, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('email')}
            type="email"
            required
            dir="ltr"
            maxLength={254}
            value={fields.email}
            onChange={(event) => setFields({ ...fields, email: event.currentTarget.value })}
          />
          <Button type="submit" loading={invite.isPending}>
            {t('invite')}
          </Button>
        </Group>
        <Checkbox
          label={t('admin')}
          description={t('adminHint')}
          checked={fields.admin}
          onChange={(event) => setFields({ ...fields, admin: event.currentTarget.checked })}
        />
        {invite.error !== null && <ProblemAlert error={invite.error} />}
      </Stack>
    </form>
  );
}
