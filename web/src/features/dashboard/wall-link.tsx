import { Button, CopyButton, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { languages, type Language } from '@/i18n/i18n';
import { ProblemAlert } from '@/ui/problem-alert';
import { wallLink } from './wall-token';

const DAY_MS = 86_400_000;
const lifetimes = ['30', '90', '365', ''] as const;

interface Props {
  readonly caseId: string | undefined;
  readonly onClose: () => void;
}

/** Makes a token that opens the wall screen and nothing else, and shows its link, this once. */
export function WallLink({ caseId, onClose }: Props) {
  const { t, i18n } = useTranslation('dashboard');
  const [name, setName] = useState(t('wall.nameDefault'));
  const [days, setDays] = useState<string>('90');
  const [language, setLanguage] = useState<Language>(i18n.language === 'ar' ? 'ar' : 'en');
  const make = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/tokens', {
          body: {
            name,
            scope: 'dashboard',
            ...(caseId === undefined ? {} : { caseIds: [caseId] }),
            ...(days === '' ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() }),
          },
        }),
      ),
  });
  return (
    <Modal opened onClose={onClose} title={t('wall.make')} closeButtonProps={{ 'aria-label': t('close') }}>
      {make.data === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <Stack>
            <Text size="sm">{caseId === undefined ? t('wall.whatAll') : t('wall.whatCase')}</Text>
            <TextInput
              label={t('wall.name')}
              value={name}
              maxLength={200}
              required
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NativeSelect
              label={t('wall.lasts')}
              value={days}
              onChange={(event) => setDays(event.currentTarget.value)}
              data={lifetimes.map((value) => ({
                value,
                label: value === '' ? t('wall.forever') : t('wall.days', { count: Number(value) }),
              }))}
            />
            <NativeSelect
              label={t('wall.language')}
              value={language}
              onChange={(event) =>
                setLanguage(languages.find((one) => one === event.currentTarget.value) ?? 'en')
              }
              data={[
                { value: 'en', label: 'English' },
                { value: 'ar', label: 'العربية' },
              ]}
            />
            {make.error !== null && <ProblemAlert error={make.error} />}
            <Button type="submit" loading={make.isPending}>
              {t('wall.makeLink')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Made link={wallLink(location.origin, make.data.token, language)} onClose={onClose} />
      )}
    </Modal>
  );
}

function Made({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const { t } = useTranslation('dashboard');
  return (
    <Stack role="status">
      <TextInput
        label={t('wall.link')}
        description={t('wall.once')}
        value={link}
        readOnly
        styles={{ description: { color: 'inherit' } }}
        dir="ltr"
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <Text size="sm">{t('wall.care')}</Text>
      <Group>
        {/* Without a secure connection browsers do not let pages copy: the link can be selected all the same. */}
        {isSecureContext && (
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{copied ? t('wall.copied') : t('wall.copy')}</Button>
            )}
          </CopyButton>
        )}
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}
