import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/queries';
import { useKeys } from '@/keys/keys';
import { changeClip } from './bulk-run';
import { nameOfClip, rowOf, type ClipRow } from './clip-row';
import { replaceRows } from './list-queries';
import { useOpenClip } from './use-open-clip';
import type { ClipRows } from './use-clip-rows';

interface Doing {
  readonly rows: ClipRows;
  readonly select: (index: number, isRange: boolean) => void;
  readonly clear: () => void;
  readonly focus: () => void;
  readonly open: (row: ClipRow) => void;
}

const PAGE_STEP = 15;

/** The keys of a list. Answers what the grid itself does with arrows while it has the focus. */
export function useListKeys({ rows, select, clear, focus, open }: Doing) {
  const { t } = useTranslation('inbox');
  const { data: me } = useMe();
  const queries = useQueryClient();
  const { warm } = useOpenClip();
  const { active } = rows.place;
  const move = (by: number) => {
    const next = Math.min(Math.max(0, active + by), Math.max(0, rows.count - 1));
    rows.setActive(next);
    const row = rows.rowAt(next);
    if (row !== undefined) warm(row.id);
    focus();
  };
  const extend = (by: number) => {
    const next = active + by;
    if (rows.rowAt(next) === undefined) return;
    if (rows.place.active === active) select(active, true);
    select(next, true);
    focus();
  };
  const openActive = () => {
    const row = rows.rowAt(active);
    if (row !== undefined) open(row);
  };
  const assignToMe = async () => {
    const row = rows.rowAt(active);
    if (row === undefined || me === undefined) return;
    const outcome = await changeClip(row.id, { assigneeId: me.userId });
    if (outcome.clip !== undefined)
      replaceRows(queries, (each) => (each.id === row.id ? rowOf(outcome.clip, each) : each));
    notifications.show({
      color: outcome.clip === undefined ? 'red' : 'teal',
      message: outcome.clip === undefined ? outcome.why : t('assignedToYou', { name: nameOfClip(row) }),
      closeButtonProps: { 'aria-label': t('close') },
    });
  };
  const outside = (run: () => void) => (event: KeyboardEvent) => {
    if (isElsewhere(event.target)) return;
    event.preventDefault();
    run();
  };
  useKeys(t('clips'), [
    { keys: 'j', label: t('key.next'), run: outside(() => move(1)) },
    { keys: 'k', label: t('key.previous'), run: outside(() => move(-1)) },
    { keys: 'o', label: t('key.open'), run: outside(openActive) },
    { keys: 'x', label: t('key.select'), run: outside(() => select(active, false)) },
    { keys: 'Shift+j', label: t('key.selectDown'), run: outside(() => extend(1)) },
    { keys: 'Shift+k', label: t('key.selectUp'), run: outside(() => extend(-1)) },
    { keys: 'Escape', label: t('key.clear'), run: outside(clear) },
    { keys: 'a', label: t('key.assignMe'), run: outside(() => void assignToMe()) },
    ...(rows.news > 0 ? [{ keys: 'n', label: t('key.news'), run: outside(rows.showNews) }] : []),
  ]);
  return (event: ReactKeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE_STEP,
      PageUp: -PAGE_STEP,
      Home: -Infinity,
      End: Infinity,
    };
    const by = steps[event.key];
    if (by !== undefined) move(by);
    else if (event.key === 'Enter') openActive();
    else if (event.key === ' ') select(active, event.shiftKey);
    else return;
    event.preventDefault();
  };
}

/** A dialog, a menu or a list of choices is open and has these keys for itself. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog],[role=menu],[role=listbox]') !== null;
}
