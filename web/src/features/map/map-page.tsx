import { Alert, Chip, Group, Loader, Select, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { casesQuery, useMe } from '@/api/queries';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { ProblemAlert } from '@/ui/problem-alert';
import { verificationShapes, type Verification } from './clip-marks';
import { ClipsMap } from './clips-map';
import { caseTimelineQuery } from './map-queries';
import { addressOf, readMapAddress, type MapAddress } from './map-address';
import { CaseTimeline } from './timeline/case-timeline';

/** `/map?case=…`: where and when, for all clips of a case. */
export function MapPage() {
  const { t } = useTranslation('map');
  const address = readMapAddress(useSearch({ strict: false }));
  const navigate = useNavigate();
  const go = (change: Partial<MapAddress>) =>
    void navigate({ to: '/map', search: addressOf({ ...address, ...change }), replace: true });
  const me = useMe();
  const cases = useQuery(casesQuery);
  const mine = (cases.data?.items ?? []).filter(({ id }) =>
    me.data?.cases.some(({ caseId, role }) => caseId === id && role !== 'submitter'),
  );
  const caseId = address.caseId ?? mine[0]?.id;
  return (
    <Page
      title={t('title')}
      actions={
        <Select
          label={t('case')}
          data={mine.map(({ id, title }) => ({ value: id, label: title }))}
          value={caseId ?? null}
          onChange={(value) => value !== null && go({ caseId: value, span: undefined })}
          allowDeselect={false}
          searchable
          w={{ base: '100%', xs: 320 }}
          disabled={mine.length === 0}
        />
      }
    >
      {cases.isError && <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.isSuccess && me.isSuccess && caseId === undefined && (
        <EmptyState title={t('noCase')}>{t('noCaseWhy')}</EmptyState>
      )}
      {caseId !== undefined && <CaseOnMap key={caseId} caseId={caseId} address={address} go={go} />}
    </Page>
  );
}

interface CaseProps {
  readonly caseId: string;
  readonly address: MapAddress;
  readonly go: (change: Partial<MapAddress>) => void;
}

function CaseOnMap({ caseId, address, go }: CaseProps) {
  const { t } = useTranslation('map');
  const pages = useInfiniteQuery(caseTimelineQuery(caseId));
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const all = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  const { verification } = address;
  const items = useMemo(
    () => (verification === undefined ? all : all.filter((item) => item.verification === verification)),
    [all, verification],
  );
  const placed = items.filter(({ places }) => places.length > 0);
  if (pages.isPending) return <Loader aria-label={t('loading')} />;
  if (pages.isError && all.length === 0)
    return <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />;
  if (all.length === 0) return <EmptyState title={t('noClips')}>{t('noClipsWhy')}</EmptyState>;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <VerificationFilter value={verification} onChange={(value) => go({ verification: value })} />
        <Text size="sm" role="status">
          {t('shown', { count: items.length })} {hasNextPage && !isError && t('more')}
        </Text>
      </Group>
      {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.fetchNextPage()} />}
      <section aria-labelledby="map-places">
        <Title order={2} size="h4" id="map-places" mb={6}>
          {t('clips.title')}
        </Title>
        {placed.length === 0 && (
          <Alert color="gray" mb="xs">
            {t('clips.none')}
          </Alert>
        )}
        <ClipsMap clips={placed} fitTo={`${caseId} ${verification ?? ''} ${hasNextPage}`} />
        {placed.length > 0 && placed.length < items.length && (
          <Text size="sm" mt={4}>
            {t('clips.unplaced', { count: items.length - placed.length })}
          </Text>
        )}
      </section>
      <section aria-labelledby="map-times">
        <Title order={2} size="h4" id="map-times" mb={6}>
          {t('timeline.title')}
        </Title>
        <CaseTimeline items={items} span={address.span} onSpan={(span) => go({ span })} />
      </section>
    </Stack>
  );
}

function VerificationFilter({
  value,
  onChange,
}: {
  readonly value: Verification | undefined;
  readonly onChange: (value: Verification | undefined) => void;
}) {
  const { t } = useTranslation(['map', 'ui']);
  return (
    <Chip.Group value={value ?? 'all'} onChange={(next) => onChange(next === 'all' ? undefined : next)}>
      <Group gap={6} role="radiogroup" aria-label={t('map:filter')}>
        <Chip value="all" size="sm" variant="outline">
          {t('map:all')}
        </Chip>
        {(Object.keys(verificationShapes) as Verification[]).map((state) => (
          <Chip key={state} value={state} size="sm" variant="outline">
            {t(`ui:verification.${state}` as never)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
