import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import type { DraftRow } from '../rows/row';
import { submitStore } from '../store/submit-store';

const idOf = (key: string) => `submit-row-${key}`;

/** From row to row, and what to do with the one that has the focus. */
export function useRowKeys(rows: readonly DraftRow[]): void {
  const { t } = useTranslation('submit');
  const at = () =>
    rows.findIndex(({ key }) => document.getElementById(idOf(key))?.contains(document.activeElement));
  const go = (step: number) => {
    const now = at();
    const next = rows[now === -1 ? (step > 0 ? 0 : rows.length - 1) : now + step];
    if (next !== undefined) document.getElementById(idOf(next.key))?.focus();
  };
  const withRow = (act: (row: DraftRow) => void) => () => {
    const row = rows[at()];
    if (row !== undefined) act(row);
  };
  useKeys(t('keys.title'), [
    { keys: 'j', label: t('keys.next'), run: () => go(1) },
    { keys: 'k', label: t('keys.previous'), run: () => go(-1) },
    {
      keys: 'e',
      label: t('keys.edit'),
      run: withRow(({ key }) =>
        submitStore.change({ do: 'open', key: submitStore.state().draft.openRow === key ? null : key }),
      ),
    },
    {
      keys: 'x',
      label: t('keys.remove'),
      run: withRow(({ key }) => {
        const index = rows.findIndex((row) => row.key === key);
        const neighbour = rows[index + 1] ?? rows[index - 1];
        submitStore.change({ do: 'remove', keys: [key] });
        if (neighbour !== undefined) document.getElementById(idOf(neighbour.key))?.focus();
      }),
    },
  ]);
}

export { idOf as rowElementId };
