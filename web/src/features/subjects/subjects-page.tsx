import { Button, Group, Loader, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casesQuery } from '@/api/queries';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { ProblemAlert } from '@/ui/problem-alert';
import { kinds, subjectsQuery, type Kind } from './subject-api';
import { SubjectList } from './subject-list';
import classes from './subjects.module.css';

/** Who and what is marked in the clips of the reader's cases. What is searched for names people: it is not in the address. */
export function SubjectsPage() {
  const { t } = useTranslation('subjects');
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const kind = kinds.find((one) => one === search['kind']) ?? null;
  const caseId = typeof search['case'] === 'string' ? search['case'] : null;
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 200);
  const cases = useQuery(casesQuery);
  const list = useInfiniteQuery({
    ...subjectsQuery({ case: caseId, kind, q: asked }),
    placeholderData: (before) => before,
  });
  const go = (change: { kind?: Kind | undefined; case?: string | undefined }) =>
    void navigate({
      to: '/subjects',
      search: { ...(kind === null ? {} : { kind }), ...(caseId === null ? {} : { case: caseId }), ...change },
      replace: true,
    });
  const subjects = list.data?.pages.flatMap((page) => page.items) ?? [];
  const titles = new Map(cases.data?.items.map(({ id, title }) => [id, title]) ?? []);

  return (
    <Page title={t('subjects')}>
      <div className={classes['page']}>
        <Stack gap="md">
          <Group align="flex-end" gap="sm">
            <TextInput
              type="search"
              label={t('find')}
              dir="auto"
              maxLength={200}
              className={classes['find'] ?? ''}
              value={q}
              onChange={(event) => setQ(event.currentTarget.value)}
              rightSection={list.isFetching ? <Loader size={14} /> : undefined}
            />
            <Select
              label={t('case')}
              placeholder={t('allCases')}
              data={[...titles].map(([value, label]) => ({ value, label }))}
              value={caseId}
              onChange={(next) => go({ case: next ?? undefined })}
              clearable
              searchable
              clearButtonProps={{ 'aria-label': t('allCases') }}
            />
          </Group>
          <div className={classes['kinds']}>
            <SegmentedControl
              aria-label={t('kinds')}
              value={kind ?? 'all'}
              onChange={(next) => go({ kind: kinds.find((one) => one === next) })}
              data={[
                { value: 'all', label: t('allKinds') },
                ...kinds.map((value) => ({ value, label: t(`manyOf.${value}` as never) })),
              ]}
            />
          </div>
          {list.error !== null && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
          {list.isSuccess && subjects.length === 0 && (
            <EmptyState title={asked === '' && kind === null ? t('none') : t('noneFound')}>
              {asked === '' && kind === null ? t('noneHint') : t('noneFoundHint')}
            </EmptyState>
          )}
          <SubjectList subjects={subjects} titles={titles} />
          {list.hasNextPage && (
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </Stack>
      </div>
    </Page>
  );
}
