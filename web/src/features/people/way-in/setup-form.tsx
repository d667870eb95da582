import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError, type Schemas } from '@/api/problem';
import { Refusal } from './refusal';

interface Props {
  readonly token: string;
  readonly person: Schemas['SetupPerson'];
}

/** A password; at the first run who one is; a code where the account has a second factor. */
export function SetupForm({ token, person }: Props) {
  const { t } = useTranslation('way-in');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isFirst = person.email === null;
  const [fields, setFields] = useState({ name: '', email: '', password: '', again: '', totp: '' });
  const [isDifferent, setDifferent] = useState(false);
  const setUp = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/setup', {
          body: {
            token,
            password: fields.password,
            ...(isFirst ? { email: fields.email, name: fields.name } : {}),
            ...(person.totp ? { totp: fields.totp } : {}),
          },
        }),
      ),
    onSuccess: () => {
      queries.removeQueries({ queryKey: keys.me });
      void navigate({ to: '/inbox', replace: true });
    },
  });
  const faults = setUp.error instanceof ProblemError ? setUp.error.errors : [];
  const faultAt = (path: string) => faults.find((fault) => fault.path === path)?.message;
  const field = (name: keyof typeof fields) => ({
    value: fields[name],
    error: faultAt(name),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setDifferent(false);
      setFields((now) => ({ ...now, [name]: value }));
    },
  });
  const hasOwnPlace = faults.length > 0 && faults.every(({ path }) => path in fields);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fields.password === fields.again) setUp.mutate();
        else setDifferent(true);
      }}
    >
      <Stack>
        <Text>
          {isFirst ? (
            t('setup.first')
          ) : (
            <>
              {t('setup.welcome')} <bdi>{person.name}</bdi>
            </>
          )}
        </Text>
        {isFirst && <TextInput label={t('name')} autoComplete="name" required {...field('name')} />}
        {isFirst ? (
          <TextInput
            label={t('email')}
            description={t('setup.emailHelp')}
            type="email"
            autoComplete="username"
            dir="ltr"
            required
            {...field('email')}
          />
        ) : (
          // Shown so that password managers keep the two together.
          <TextInput
            label={t('email')}
            autoComplete="username"
            dir="ltr"
            readOnly
            value={person.email ?? ''}
          />
        )}
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          label={t('setup.password')}
          description={t('setup.passwordHelp')}
          autoComplete="new-password"
          dir="ltr"
          required
          {...field('password')}
        />
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          label={t('setup.again')}
          autoComplete="new-password"
          dir="ltr"
          required
          {...field('again')}
          error={isDifferent ? t('setup.different') : undefined}
        />
        {person.totp && (
          <TextInput
            label={t('totp')}
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            required
            {...field('totp')}
          />
        )}
        {setUp.error !== null && !hasOwnPlace && <Refusal error={setUp.error} />}
        <Button type="submit" loading={setUp.isPending}>
          {t('setup.begin')}
        </Button>
      </Stack>
    </form>
  );
}
