import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { Section } from './section';

const EMPTY = { current: '', password: '' };

/** A new password, by the present one. */
export function PasswordSection() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [fields, setFields] = useState(EMPTY);
  const change = useMutation({
    mutationFn: () => answer(api.PATCH('/api/v1/me/password', { body: fields })),
    onSuccess: () => {
      setFields(EMPTY);
      return queries.invalidateQueries({ queryKey: keys.me });
    },
  });
  return (
    <Section title={t('password')} intro={t('passwordIntro')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack gap="xs">
          {(['current', 'password'] as const).map((name) => (
            <PasswordInput
              key={name}
              label={t(`passwordFields.${name}` as never)}
              autoComplete={name === 'current' ? 'current-password' : 'new-password'}
              dir="ltr"
              required
              value={fields[name]}
              onChange={({ currentTarget: { value } }) => setFields((now) => ({ ...now, [name]: value }))}
              visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            />
          ))}
          {change.error !== null && <ProblemAlert error={change.error} />}
          <div>
            <Button type="submit" loading={change.isPending}>
              {t('changePassword')}
            </Button>
            <span role="status" style={{ marginInlineStart: 8 }}>
              {change.isSuccess ? t('saved') : ''}
            </span>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
