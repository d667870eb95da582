import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readFilter, readOrder, writeQuery, type ListFilter, type Order } from './list-filter';

export interface ListAddress {
  readonly filter: ListFilter;
  readonly order: Order;
  /** What `GET /clips` is asked, and what the address of the list is. */
  readonly query: string;
  readonly go: (filter: ListFilter, order?: Order) => void;
}

/** The list's filters are its address: what is linked to is what is seen. */
export function useListAddress(): ListAddress {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = useMemo(() => readFilter(search), [search]);
  const order = readOrder(search);
  const go = useCallback(
    (next: ListFilter, nextOrder?: Order) =>
      void navigate({
        to: '/clips',
        search: { ...next, ...((nextOrder ?? order) === 'oldest' ? { order: 'oldest' } : {}) },
        resetScroll: true,
      }),
    [navigate, order],
  );
  return { filter, order, query: writeQuery(filter, order), go };
}
