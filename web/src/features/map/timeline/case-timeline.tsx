import { Button, Group, Stack, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronsLeft, ChevronsRight, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { MarkSign } from '../canvas/mark-sign';
import type { TimelineItem } from '../clip-marks';
import styles from './case-timeline.module.css';
import { instantsOf, timeKinds, timeLooks } from './clip-times';
import { moved, placeIn, spanAround, ticksOf, tickText, zoomed, type Span } from './time-axis';
import { TimelineRow } from './timeline-row';

interface Props {
  readonly items: readonly TimelineItem[];
  /** Undefined: everything. */
  readonly span: Span | undefined;
  readonly onSpan: (span: Span | undefined) => void;
}

const ROW_PX = 78;

/** When everything in a case is said, posted, embedded, found and first known to be; one row a clip. */
export function CaseTimeline({ items, span: chosen, onSpan }: Props) {
  const { t } = useTranslation('map');
  const all = useMemo(
    () =>
      spanAround(
        items.flatMap(({ times }) => instantsOf(times)),
        Date.now(),
      ),
    [items],
  );
  const span = chosen ?? all;
  const scroller = useRef<HTMLDivElement>(null);
  // Its answers may not be remembered between two renderings; this component reads them anew in each.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    getItemKey: (index) => items[index]?.clipId ?? index,
  });
  const step = (by: number) => {
    const links = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-timeline-clip]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  const acts = [
    { keys: 'i', label: t('timeline.closer'), icon: ZoomIn, run: () => onSpan(zoomed(span, 0.5)) },
    { keys: 'o', label: t('timeline.wider'), icon: ZoomOut, run: () => onSpan(zoomed(span, 2)) },
    { keys: 'h', label: t('timeline.earlier'), icon: ChevronsLeft, run: () => onSpan(moved(span, -0.3)) },
    { keys: 'l', label: t('timeline.later'), icon: ChevronsRight, run: () => onSpan(moved(span, 0.3)) },
    { keys: '0', label: t('timeline.all'), icon: Maximize, run: () => onSpan(undefined) },
  ];
  useKeys(t('timeline.title'), [
    ...acts,
    { keys: 'j', label: t('timeline.next'), run: () => step(1) },
    { keys: 'k', label: t('timeline.previous'), run: () => step(-1) },
  ]);
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Legend />
        <Group gap={4}>
          {acts.map(({ keys, label, icon: Icon, run }) => (
            <Button
              key={keys}
              variant="default"
              size="compact-sm"
              onClick={run}
              aria-label={label}
              title={`${label} (${keys})`}
            >
              <Icon size={16} aria-hidden className={styles['icon']} />
            </Button>
          ))}
        </Group>
      </Group>
      <Axis span={span} />
      <div
        ref={scroller}
        className={styles['rows']}
        role="region"
        aria-label={t('timeline.label', { count: items.length })}
      >
        <div style={{ blockSize: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index];
            return item === undefined ? null : (
              <div
                key={key}
                data-index={index}
                ref={rows.measureElement}
                style={{
                  position: 'absolute',
                  insetInline: 0,
                  insetBlockStart: 0,
                  transform: `translateY(${start}px)`,
                }}
              >
                <TimelineRow item={item} span={span} />
              </div>
            );
          })}
        </div>
      </div>
    </Stack>
  );
}

function Axis({ span }: { readonly span: Span }) {
  const { t } = useTranslation('map');
  return (
    <div className={styles['row']} aria-hidden>
      <Text size="xs" className={styles['corner'] ?? ''}>
        {t('timeline.utc')}
      </Text>
      <div className={styles['axis']}>
        {ticksOf(span, 6).map((tick) => (
          <span
            key={tick}
            className={styles['tick']}
            style={{ insetInlineStart: `${placeIn(span, tick) * 100}%` }}
          >
            <span dir="ltr">{tickText(tick, span)}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('map');
  return (
    <Group gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('legend')}>
      {timeKinds.map((kind) => (
        <Group key={kind} gap={4} component="li">
          <MarkSign {...timeLooks[kind]} size={16} />
          <Text size="sm">{t(`timeKind.${kind}` as never)}</Text>
        </Group>
      ))}
    </Group>
  );
}
