import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import styles from './clip-list.module.css';
import { ClipRowView, type RowProps } from './clip-row-view';
import type { ClipRows } from './use-clip-rows';
import { useListWords } from './use-list-words';

const HEADER_PX = 48;
const LOOK_STEP = 50;
const COLUMNS = ['title', 'case', 'verification', 'processing', 'work', 'waiting', 'marks'] as const;

interface Props extends Pick<RowProps, 'onToggle' | 'onTouch'> {
  readonly rows: ClipRows;
  readonly total: number | undefined;
  readonly selected: ReadonlySet<string>;
  readonly caseTitles: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onOpen: (clipId: string) => void;
}

/** A grid of which only the rows in sight exist. The page itself scrolls: small windows have no room for a frame. */
export function ClipGrid(props: Props) {
  const { rows, total, selected, caseTitles, names, gridRef, onKey, onOpen, onToggle, onTouch } = props;
  const words = useListWords();
  const { t } = words;
  const isNarrow = useMediaQuery('(max-width: 68em)', undefined, { getInitialValueInEffect: false });
  const rowPx = (isNarrow ? 6.5 : 2.9) * rootFontPx();
  const body = useRef<HTMLDivElement>(null);
  const [topPx, setTopPx] = useState(0);
  useLayoutEffect(() => {
    const found = body.current?.getBoundingClientRect();
    if (found !== undefined) setTopPx(found.top + window.scrollY);
  }, [isNarrow]);
  // oxlint-disable-next-line react/incompatible-library -- nothing that it gives is kept by anybody else
  const virtual = useWindowVirtualizer<HTMLDivElement>({
    count: rows.count,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollMargin: topPx,
    // Under the page's header and the names of the columns nothing is seen.
    scrollPaddingStart: HEADER_PX + 40,
    scrollPaddingEnd: 72,
  });
  useEffect(() => virtual.measure(), [virtual, rowPx]);

  const items = virtual.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / LOOK_STEP) * LOOK_STEP;
  const last = Math.ceil((items.at(-1)?.index ?? 0) / LOOK_STEP) * LOOK_STEP;
  const { look } = rows;
  useEffect(() => look(first, last), [look, first, last]);

  const { active } = rows.place;
  const wasActive = useRef(active);
  useEffect(() => {
    if (wasActive.current !== active) virtual.scrollToIndex(active, { align: 'auto' });
    wasActive.current = active;
  }, [virtual, active]);

  return (
    <div
      ref={gridRef}
      role="grid"
      tabIndex={0}
      aria-label={t('inbox:clips')}
      aria-rowcount={total === undefined ? (rows.isWhole ? rows.count + 1 : -1) : total + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-multiselectable
      {...(items.some(({ index }) => index === active)
        ? { 'aria-activedescendant': `clip-row-${active}` }
        : {})}
      className={isNarrow ? `${styles['grid']} ${styles['narrow']}` : styles['grid']}
      style={{ '--row-height': `${rowPx}px` } as object}
      onKeyDown={onKey}
      onClick={(event) => {
        const clipId = plainClickOn(event);
        if (clipId === undefined) return;
        event.preventDefault();
        onOpen(clipId);
      }}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles['head']}>
          <span role="columnheader">
            <span className={styles['hidden']}>{t('inbox:selected')}</span>
          </span>
          {COLUMNS.map((name) => (
            <span role="columnheader" key={name}>
              {t(`column.${name}` as never)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={styles['body']} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows.rowAt(index);
          return (
            <ClipRowView
              key={index}
              row={row}
              index={index}
              topPx={start - topPx}
              isActive={index === active}
              isSelected={row !== undefined && selected.has(row.id)}
              caseTitle={row === undefined ? undefined : caseTitles.get(row.caseId)}
              assignee={row?.assigneeId == null ? undefined : names.get(row.assigneeId)}
              words={words}
              onToggle={onToggle}
              onTouch={onTouch}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The clip whose link was clicked; none where the browser is asked for another tab or window. */
function plainClickOn(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  if (!(event.target instanceof Element)) return undefined;
  return event.target.closest('a[data-clip]')?.getAttribute('data-clip') ?? undefined;
}

/** Whoever has set a larger letter gets higher rows. */
function rootFontPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
