import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { whoIsHere } from '@/api/who-is-here';
import { ProblemAlert } from '@/ui/problem-alert';
import { Moment } from '@/ui/time';
import { Section } from './section';

/** Where one is signed in. A session that is not known is ended here. */
export function SessionsSection() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const key = [...keys.me, 'sessions'];
  const sessions = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/v1/me/sessions', { params: { query: { limit: 200 } } })),
  });
  const end = useMutation({
    mutationFn: async ({ id, current }: { readonly id: string; readonly current: boolean }) => {
      if (current) await answer(api.DELETE('/api/v1/session'));
      else await answer(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }));
    },
    onSuccess: async (_, { current }) => {
      if (current) whoIsHere().left();
      else await queries.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Section title={t('sessions')} intro={t('sessionsIntro')}>
      {sessions.isError && <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {end.error !== null && <ProblemAlert error={end.error} />}
      <Stack gap="xs">
        {sessions.data?.items.map(({ id, method, current, createdAt, lastSeenAt }) => (
          <Group key={id} justify="space-between" gap="xs" wrap="nowrap">
            <Stack gap={0} miw={0}>
              <Group gap={6}>
                <Text size="sm">{t(`method.${method}` as never)}</Text>
                {current && (
                  <Badge tt="none" variant="light" color="teal" c="var(--mantine-color-text)">
                    {t('currentSession')}
                  </Badge>
                )}
              </Group>
              <Text size="sm" c="dimmed">
                {t('since')} <Moment at={createdAt} /> · {t('lastSeen')} <Moment at={lastSeenAt} />
              </Text>
            </Stack>
            <Button
              size="compact-sm"
              variant="default"
              style={{ flexShrink: 0 }}
              onClick={() => end.mutate({ id, current })}
              loading={end.isPending && end.variables.id === id}
            >
              {current ? t('signOut') : t('endSession')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
