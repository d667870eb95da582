import { Button, Group, Pagination, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import type { CaseChoice } from '../rows/case-choice';
import { submitStore, type SubmitState } from '../store/submit-store';
import { repeatedRows } from './asked-for';
import { RowItem } from './row-item';
import { useKnown } from './use-known';
import { useRowKeys } from './use-row-keys';

const A_PAGE = 50;

interface Props {
  readonly state: SubmitState;
  readonly cases: readonly CaseChoice[];
}

/** The rows that have not been sent yet. */
export function RowList({ state, cases }: Props) {
  const { t } = useTranslation('submit');
  const [page, setPage] = useState(1);
  const { rows, openRow } = state.draft;
  const pages = Math.max(1, Math.ceil(rows.length / A_PAGE));
  const current = Math.min(page, pages);
  const shown = rows.slice((current - 1) * A_PAGE, current * A_PAGE);
  const waiting = rows.filter(
    ({ key }) => (state.sending.get(key)?.error ?? undefined) !== undefined || !state.sending.has(key),
  );
  const inbox = cases.find((each) => each.inbox)?.id ?? '';
  const send = () => void submitStore.send(waiting, inbox);
  useKeys(t('keys.title'), [
    { keys: '$mod+Enter', label: t('keys.send'), run: () => (waiting.length === 0 ? undefined : send()) },
  ]);
  useRowKeys(shown);
  const known = useKnown(shown, state.draft.shared);
  const repeated = repeatedRows(rows);
  if (rows.length === 0)
    return state.sent.length > 0 ? null : <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  const faulty = rows.filter(({ faults }) => faults.length > 0).length;
  return (
    <section aria-label={t('rows.title')}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Group gap="sm">
          <Title order={2} size="h4">
            {t('rows.count', { count: rows.length })}
          </Title>
          {faulty > 0 && (
            <Text size="sm" c="var(--mantine-color-error)">
              {t('rows.faulty', { count: faulty })}
            </Text>
          )}
        </Group>
        <Group gap="xs">
          <Button
            variant="default"
            onClick={() => submitStore.change({ do: 'remove', keys: rows.map(({ key }) => key) })}
          >
            {t('rows.clear')}
          </Button>
          <Button onClick={send} disabled={waiting.length === 0} aria-keyshortcuts="Control+Enter">
            {t('rows.send', { count: waiting.length })}
          </Button>
        </Group>
      </Group>
      {state.error !== null && <ProblemAlert error={state.error} onRetry={send} />}
      <VisuallyHidden role="status">{t('rows.count', { count: rows.length })}</VisuallyHidden>
      <Stack gap={0} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map((row, index) => (
          <RowItem
            key={row.key}
            row={row}
            number={(current - 1) * A_PAGE + index + 1}
            isOpen={openRow === row.key}
            sending={state.sending.get(row.key)}
            known={known.get(row.key)}
            sameAs={repeated.get(row.key)}
            cases={cases}
          />
        ))}
      </Stack>
      {pages > 1 && (
        <Pagination
          mt="sm"
          total={pages}
          value={current}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': t(`pages.${control}` as never) })}
        />
      )}
    </section>
  );
}
