import { Button, Group, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { MonitorUp } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/queries';
import { useKeys } from '@/keys/keys';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { ProblemAlert } from '@/ui/problem-alert';
import { Moment } from '@/ui/time';
import { AgeingPanel } from './ageing-panel';
import { CaseFilter } from './case-filter';
import { CountPanels } from './count-panels';
import { dashboardQuery, type Figures } from './dashboard-query';
import { FailuresPanel } from './failures-panel';
import { Headline } from './headline';
import { MapSlot } from './map-slot';
import { MyWorkPanel } from './my-work-panel';
import { ThroughputPanel } from './throughput-panel';

const WallLink = lazy(() =>
  import('./wall-link').then(({ WallLink: WallLinkDialog }) => ({ default: WallLinkDialog })),
);

/** Where the desk stands, for the people who work at it. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const search: Record<string, unknown> = useSearch({ strict: false });
  const caseId = typeof search['case'] === 'string' ? search['case'] : undefined;
  const navigate = useNavigate();
  const figures = useQuery(dashboardQuery(caseId));
  const { data: me } = useMe();
  const [isLinkOpen, { open: openLink, close: closeLink }] = useDisclosure(false);
  const filter = useRef<HTMLSelectElement>(null);
  const mayMakeLink = me !== undefined && (me.admin || me.cases.some(({ role }) => role === 'lead'));
  const choose = (next: string | undefined) =>
    void navigate({ to: '/dashboard', search: next === undefined ? {} : { case: next }, replace: true });

  useKeys(t('title'), [
    { keys: 'c', label: t('key.filter'), run: (event) => focus(filter.current, event) },
    ...(mayMakeLink ? [{ keys: 'w', label: t('key.wall'), run: openLink }] : []),
    { keys: 'r', label: t('key.refresh'), run: () => void figures.refetch() },
  ]);

  return (
    <Page
      title={t('title')}
      actions={
        <Group gap="xs">
          <CaseFilter ref={filter} value={caseId} onChange={choose} />
          {mayMakeLink && (
            <Button variant="default" leftSection={<MonitorUp size={16} aria-hidden />} onClick={openLink}>
              {t('wall.make')}
            </Button>
          )}
        </Group>
      }
    >
      {figures.error !== null && (
        <ProblemAlert error={figures.error} onRetry={() => void figures.refetch()} />
      )}
      {figures.error !== null && caseId !== undefined && (
        <Button variant="default" onClick={() => choose(undefined)}>
          {t('allCases')}
        </Button>
      )}
      {figures.isPending && <Waiting />}
      {figures.data !== undefined && <Shown figures={figures.data} caseId={caseId} />}
      <Suspense fallback={null}>{isLinkOpen && <WallLink caseId={caseId} onClose={closeLink} />}</Suspense>
    </Page>
  );
}

function Shown({ figures, caseId }: { readonly figures: Figures; readonly caseId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  if (figures.counts.total === 0)
    return (
      <EmptyState title={t('empty.title')}>
        <Stack align="center">
          <Text>{t('empty.what')}</Text>
          <Button component={Link} to="/submit" variant="default">
            {t('empty.submit')}
          </Button>
        </Stack>
      </EmptyState>
    );
  return (
    <Stack gap="sm">
      <Headline figures={figures} caseId={caseId} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Stack gap="sm" miw={0}>
          <MyWorkPanel caseId={caseId} />
          <ThroughputPanel figures={figures} />
        </Stack>
        <AgeingPanel figures={figures} />
      </SimpleGrid>
      <CountPanels figures={figures} caseId={caseId} />
      <FailuresPanel figures={figures} caseId={caseId} />
      <MapSlot caseId={caseId} />
      <Text size="sm">
        {t('since')} <Moment at={figures.asOf} />
      </Text>
    </Stack>
  );
}

function Waiting() {
  const { t } = useTranslation('dashboard');
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      <Skeleton h={76} />
      <Skeleton h={220} />
      <Skeleton h={220} />
    </Stack>
  );
}

function focus(element: HTMLElement | null, event: KeyboardEvent): void {
  // The key itself must not be typed into what it leads to.
  event.preventDefault();
  element?.focus();
}
