import { Button, Code, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { useMe } from '@/api/queries';
import { ProblemAlert } from '@/ui/problem-alert';
import { Section } from './section';

/** A code from an app besides the password: set up in two steps, taken away by the password. */
export function SecondFactorSection() {
  const { t } = useTranslation('account');
  const { data: me } = useMe();
  if (me === undefined) return null;
  return (
    <Section title={t('totp')} intro={me.totp ? t('totpOn') : t('totpOff')}>
      {me.totp ? <Remove /> : <SetUp />}
    </Section>
  );
}

function SetUp() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => answer(api.POST('/api/v1/me/totp')) });
  const confirm = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/me/totp/confirm', { body: { code } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
  if (begin.data === undefined)
    return (
      <>
        {begin.error !== null && <ProblemAlert error={begin.error} />}
        <div>
          <Button variant="default" onClick={() => begin.mutate()} loading={begin.isPending}>
            {t('totpBegin')}
          </Button>
        </div>
      </>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Stack gap="xs">
        <Text size="sm">{t('totpSecret')}</Text>
        <Code block dir="ltr" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {begin.data.secret}
        </Code>
        <Text size="sm">{t('totpLink')}</Text>
        <Code block dir="ltr" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {begin.data.uri}
        </Code>
        <TextInput
          label={t('totpCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          required
          maxLength={6}
          value={code}
          onChange={({ currentTarget: { value } }) => setCode(value)}
        />
        {confirm.error !== null && <ProblemAlert error={confirm.error} />}
        <div>
          <Button type="submit" loading={confirm.isPending}>
            {t('totpConfirm')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Remove() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/me/totp', { body: { password } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate();
      }}
    >
      <Stack gap="xs">
        <PasswordInput
          label={t('passwordFields.current')}
          autoComplete="current-password"
          dir="ltr"
          required
          value={password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        {remove.error !== null && <ProblemAlert error={remove.error} />}
        <div>
          <Button type="submit" variant="default" loading={remove.isPending}>
            {t('totpRemove')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
