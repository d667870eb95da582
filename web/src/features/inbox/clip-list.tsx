import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import { BulkBar } from './bulk-bar';
import { ClipGrid } from './clip-grid';
import type { ClipRow } from './clip-row';
import { chipNames, knownTotal } from './list-filter';
import { countsQuery } from './list-queries';
import { extended, nothingSelected, toggled } from './selection';
import { useClipRows } from './use-clip-rows';
import { useListKeys } from './use-list-keys';
import { useCaseTitles, usePeopleNames } from './use-list-names';
import type { ListAddress } from './use-list-address';
import { useOpenClip } from './use-open-clip';

export function ClipList({ address }: { readonly address: ListAddress }) {
  const { t } = useTranslation('inbox');
  const { filter, order, query } = address;
  const rows = useClipRows(query, order);
  const counts = useQuery(countsQuery(filter.case));
  const total = rows.isWhole ? rows.count : knownTotal(filter, counts.data);
  const [selection, setSelection] = useState(nothingSelected);
  /** Rows that were selected and may have been let go since. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, ClipRow>>(new Map());
  const names = usePeopleNames();
  const caseTitles = useCaseTitles();
  const grid = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { warm } = useOpenClip();

  const { rowAt, setActive } = rows;
  const select = useCallback(
    (index: number, isRange: boolean) => {
      const idAt = (at: number) => rowAt(at)?.id;
      const id = idAt(index);
      if (id === undefined) return;
      setSelection((now) => {
        const next = isRange ? extended(now, index, idAt) : toggled(now, index, id);
        setChosen((before) => keptRows(next.ids, before, rowAt, index, next.anchor ?? index));
        return next;
      });
      setActive(index);
    },
    [rowAt, setActive],
  );
  const touch = useCallback((_index: number, clipId: string) => warm(clipId), [warm]);
  const clear = useCallback(() => setSelection(nothingSelected), []);
  const openClip = (clipId: string) => void navigate({ to: '/clips/$clipId', params: { clipId } });
  const onKey = useListKeys({
    rows,
    select,
    clear,
    focus: () => grid.current?.focus({ preventScroll: true }),
    open: ({ id }) => openClip(id),
  });

  if (rows.error !== null && rows.rowAt(rows.place.active) === undefined)
    return <ProblemAlert error={rows.error} onRetry={rows.retry} />;
  return (
    <>
      <Group justify="space-between" mih={30}>
        <Text size="sm" role="status">
          {rows.isLoading
            ? t('loadingList')
            : total === undefined
              ? t('manyClips')
              : t('clipCount', { count: total })}
        </Text>
        {rows.news > 0 && (
          <Button size="compact-sm" variant="light" onClick={rows.showNews}>
            {rows.news >= 50 ? t('manyNew') : t('newClips', { count: rows.news })}
          </Button>
        )}
      </Group>
      {rows.error !== null && <ProblemAlert error={rows.error} onRetry={rows.retry} />}
      {rows.isWhole && rows.count === 0 ? (
        <Nothing address={address} />
      ) : (
        <ClipGrid
          rows={rows}
          total={total}
          selected={selection.ids}
          caseTitles={caseTitles}
          names={names}
          gridRef={grid}
          onKey={onKey}
          onOpen={openClip}
          onToggle={select}
          onTouch={touch}
        />
      )}
      <BulkBar ids={selection.ids} rows={chosen} onClear={clear} />
    </>
  );
}

function Nothing({ address: { filter, order, go } }: { readonly address: ListAddress }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  return chipNames(filter).length > 0 ? (
    <EmptyState title={t('nothingFits')}>
      <Button variant="default" onClick={() => go({}, order)}>
        {t('clearFilters')}
      </Button>
    </EmptyState>
  ) : (
    <EmptyState title={t('noClips')}>
      <Button variant="default" onClick={() => void navigate({ to: '/submit' })}>
        {t('submitFirst')}
      </Button>
    </EmptyState>
  );
}

/** What is known of the selected rows: they may leave memory before something is done to them. */
function keptRows(
  ids: ReadonlySet<string>,
  before: ReadonlyMap<string, ClipRow>,
  rowAt: (index: number) => ClipRow | undefined,
  from: number,
  to: number,
): ReadonlyMap<string, ClipRow> {
  const next = new Map([...before].filter(([id]) => ids.has(id)));
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
    const row = rowAt(at);
    if (row !== undefined && ids.has(row.id)) next.set(row.id, row);
  }
  return next;
}
