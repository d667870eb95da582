import { Button, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { casesQuery, useMe } from '@/api/queries';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import { CaseMembers } from './case-members';
import { CaseSettings } from './case-settings';
import { NewCase } from './new-case';

/** One case at a time; which one is part of the address. */
export function CasesSection() {
  const { t } = useTranslation('team');
  const { data: me } = useMe();
  const cases = useQuery(casesQuery);
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const [isMaking, { open, close }] = useDisclosure(false);
  const led = (cases.data?.items ?? []).filter(({ id }) =>
    me?.cases.some(({ caseId, role }) => caseId === id && role === 'lead'),
  );
  const shown = led.find(({ id }) => id === search['case']) ?? led[0];
  const choose = (id: string) => void navigate({ to: '/people', search: { case: id } });
  return (
    <section aria-labelledby="people-cases">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="people-cases">
          {t('cases')}
        </Title>
        <Button variant="default" onClick={open} aria-expanded={isMaking}>
          {t('newCase')}
        </Button>
      </Group>
      {cases.error !== null && <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />}
      {isMaking && (
        <NewCase
          onDone={(id) => {
            close();
            choose(id);
          }}
          onCancel={close}
        />
      )}
      {cases.isSuccess && shown === undefined && (
        <EmptyState title={t('noCases')}>{t('noCasesHint')}</EmptyState>
      )}
      {shown !== undefined && (
        <Stack>
          {led.length > 1 && (
            <NativeSelect
              label={t('caseChosen')}
              maw={420}
              value={shown.id}
              data={led.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(event) => choose(event.currentTarget.value)}
            />
          )}
          {/* A newer version is another form: what somebody else saved is not silently overwritten. */}
          <CaseSettings key={`settings-${shown.id}`} shown={shown} />
          <CaseMembers key={`members-${shown.id}`} caseId={shown.id} ownId={me?.userId} />
        </Stack>
      )}
    </section>
  );
}
