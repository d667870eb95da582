import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RoutePending } from '@/app/route-states';
import { useMe } from '@/api/queries';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { ProblemAlert } from '@/ui/problem-alert';
import { grouped, nextToTake } from './inbox-groups';
import { inboxQuery } from './inbox-query';
import { InboxRow } from './inbox-row';
import { useCaseTitles, usePeopleNames } from './use-list-names';
import { useInboxKeys } from './use-inbox-keys';
import { useLiveInbox } from './use-live-inbox';
import { useTake } from './use-take';

/** What waits for the person: their own first, and one key to be given the next. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const caseId = typeof search['case'] === 'string' ? search['case'] : undefined;
  const inbox = useInfiniteQuery(inboxQuery(caseId));
  useLiveInbox();
  const { data: me } = useMe();
  const titles = useCaseTitles();
  const names = usePeopleNames();
  const items = inbox.data?.pages.flatMap((page) => page.items) ?? [];
  const next = nextToTake(items);
  const { take, isTaking } = useTake();
  const groups = grouped(items);
  const shown = groups.flatMap((group) => group.items);
  const { active, listRef } = useInboxKeys(shown, () => next !== undefined && take(next));
  const reviewed = me?.cases.filter(({ role }) => role !== 'submitter') ?? [];
  return (
    <Page
      title={t('inbox')}
      actions={
        <Group gap="xs">
          {reviewed.length > 1 && (
            <NativeSelect
              aria-label={t('inboxOf')}
              value={caseId ?? ''}
              data={[
                { value: '', label: t('allCases') },
                ...reviewed.map((each) => ({
                  value: each.caseId,
                  label: titles.get(each.caseId) ?? each.caseId.slice(0, 8),
                })),
              ]}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                void navigate({ to: '/inbox', search: chosen === '' ? {} : { case: chosen } });
              }}
            />
          )}
          <Button
            disabled={next === undefined}
            loading={isTaking}
            title={next === undefined ? t('nothingToTake') : t('takeHint')}
            onClick={() => next !== undefined && take(next)}
          >
            {t('take')}
          </Button>
        </Group>
      }
    >
      {inbox.error !== null && <ProblemAlert error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {inbox.isPending && <RoutePending />}
      {inbox.isSuccess && items.length === 0 && (
        <EmptyState title={t('emptyInbox')}>
          <Text mb="sm">{t('emptyInboxHint')}</Text>
          <Button component={Link} to="/clips" variant="default">
            {t('allClips')}
          </Button>
        </EmptyState>
      )}
      <Stack gap="md" ref={listRef}>
        {groups.map(({ reason, items: all }) => (
          <section key={reason} aria-labelledby={`inbox-${reason}`}>
            <Title order={2} size="h5" id={`inbox-${reason}`} mb={4}>
              {t(`group.${reason}` as never)} <Text span>({all.length})</Text>
            </Title>
            <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {all.map((item) => (
                <InboxRow
                  key={item.id}
                  item={item}
                  isActive={shown[active]?.id === item.id}
                  caseTitle={titles.get(item.caseId)}
                  assignee={item.assigneeId === null ? undefined : names.get(item.assigneeId)}
                  onTake={take}
                />
              ))}
            </ul>
          </section>
        ))}
      </Stack>
      {inbox.hasNextPage && (
        <Button
          variant="default"
          loading={inbox.isFetchingNextPage}
          onClick={() => void inbox.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Page>
  );
}
