import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { ProblemError } from '@/api/problem';
import { Refusal } from './way-in/refusal';

/** E-mail, password and, once the server asks for it, the code of the authenticator. */
export function SignInForm({ onDone }: { readonly onDone: () => void | Promise<void> }) {
  const { t } = useTranslation('way-in');
  const [fields, setFields] = useState({ email: '', password: '', totp: '' });
  const signIn = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/session', {
          body: {
            email: fields.email,
            password: fields.password,
            ...(fields.totp === '' ? {} : { totp: fields.totp }),
          },
        }),
      ),
    onSuccess: onDone,
  });
  const needsCode = signIn.error instanceof ProblemError && /totp/.test(signIn.error.code);
  const set = (name: keyof typeof fields) => (event: React.ChangeEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    setFields((now) => ({ ...now, [name]: value }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Stack>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          dir="ltr"
          required
          value={fields.email}
          onChange={set('email')}
        />
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          label={t('password')}
          autoComplete="current-password"
          dir="ltr"
          required
          value={fields.password}
          onChange={set('password')}
        />
        {(needsCode || fields.totp !== '') && (
          <TextInput
            label={t('totp')}
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            value={fields.totp}
            onChange={set('totp')}
          />
        )}
        {signIn.error !== null && <Refusal error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
