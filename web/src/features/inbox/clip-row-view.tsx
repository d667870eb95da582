import { EyeOff, Flag, GitCompare, TriangleAlert } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import type { ListWords } from './use-list-words';
import { wallClock } from '@/ui/time';
import { ClaimMarks } from './claim-marks';
import styles from './clip-list.module.css';
import { nameOfClip, type ClipRow } from './clip-row';
import { Mark } from './mark';
import { processingTone, verificationTone } from './tones';
import { waitingOf } from './waiting';

export interface RowProps {
  readonly row: ClipRow | undefined;
  readonly index: number;
  /** Of the row's top within the list, in pixels. */
  readonly topPx: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly caseTitle: string | undefined;
  readonly assignee: string | undefined;
  /** Asked for once by the grid: each row asking by itself costs more than drawing it. */
  readonly words: ListWords;
  readonly onToggle: (index: number, isRange: boolean) => void;
  readonly onTouch: (index: number, clipId: string) => void;
}

export const ClipRowView = memo(function ClipRowView(props: RowProps) {
  const { row, index, topPx, isActive, isSelected } = props;
  const place = { transform: `translateY(${topPx}px)` };
  const state = {
    role: 'row',
    id: `clip-row-${index}`,
    className: styles['row'],
    style: place,
    'aria-rowindex': index + 2,
    ...(isActive ? { 'data-active': true } : {}),
  };
  if (row === undefined)
    return (
      <div {...state} data-pending>
        <span role="gridcell" aria-colspan={8}>
          …
        </span>
      </div>
    );
  return (
    <div
      {...state}
      aria-selected={isSelected}
      onMouseEnter={() => props.onTouch(index, row.id)}
      onFocus={() => props.onTouch(index, row.id)}
    >
      <Cells {...props} row={row} />
    </div>
  );
});

function Cells({
  row,
  index,
  isSelected,
  caseTitle,
  assignee,
  words,
  onToggle,
}: RowProps & { readonly row: ClipRow }) {
  const { t, language } = words;
  const name = nameOfClip(row);
  const check = (event: MouseEvent) => onToggle(index, event.shiftKey);
  const link = (
    // A plain link: the grid opens it, and a router's own in every row would listen to far more than a click.
    <a className={styles['title']} href={`/clips/${row.id}`} data-clip={row.id} title={name}>
      <bdi>{name}</bdi>
    </a>
  );
  return (
    <>
      <div role="gridcell" className={styles['tick']}>
        <label className={styles['check']}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={t('inbox:select', { name })}
            onClick={check}
            onChange={() => {}}
          />
        </label>
      </div>
      <div role="gridcell" className={`${styles['cell']} ${styles['name']}`} aria-label={name}>
        {link}
      </div>
      <div role="gridcell" className={`${styles['cell']} ${styles['caseName']}`} title={caseTitle}>
        <bdi>{caseTitle}</bdi>
      </div>
      <div role="gridcell" className={styles['cell']}>
        <Mark tone={verificationTone[row.verification]}>
          {t(`ui:verification.${row.verification}` as never)}
        </Mark>
        <ClaimMarks claims={row.claims} t={t} />
      </div>
      <div
        role="gridcell"
        className={`${styles['cell']} ${styles['processing']}`}
        {...(row.processing === 'complete' ? {} : { 'data-notable': true })}
      >
        <Mark tone={processingTone[row.processing]}>
          {t(`ui:processing.${row.processing}` as never)}
          {row.processing === 'running' && <span dir="ltr">{Math.round(row.progress * 100)}%</span>}
        </Mark>
        {row.processing === 'running' && (
          <span className={styles['bar']}>
            <span style={{ inlineSize: `${row.progress * 100}%` }} />
          </span>
        )}
      </div>
      <div role="gridcell" className={styles['cell']}>
        <Mark tone={row.work === 'needs_help' ? 'orange' : 'gray'}>{t(`ui:work.${row.work}` as never)}</Mark>
        {row.assigneeId !== null && (
          <span className={styles['sub']}>
            <bdi>{assignee ?? t('inbox:someone')}</bdi>
            {row.stale && ` · ${t('inbox:stale')}`}
          </span>
        )}
      </div>
      <div
        role="gridcell"
        className={`${styles['cell']} ${styles['waiting']}`}
        title={`${wallClock(row.createdAt)} UTC`}
      >
        {waitingOf(row.createdAt, language)}
      </div>
      <div role="gridcell" className={`${styles['cell']} ${styles['marks']}`}>
        <RowMarks row={row} t={t} />
      </div>
    </>
  );
}

function RowMarks({ row, t }: { readonly row: ClipRow; readonly t: ListWords['t'] }) {
  return (
    <>
      {row.claims.some(({ needsAttention }) => needsAttention) && (
        <Mark tone="orange" title={t('inbox:needsAttentionHint')}>
          <TriangleAlert size={11} aria-hidden />
          {t('inbox:attention')}
        </Mark>
      )}
      {row.priority !== 'normal' && (
        <Mark tone={row.priority === 'urgent' ? 'red' : row.priority === 'high' ? 'yellow' : 'gray'}>
          <Flag size={11} aria-hidden />
          {t(`priority.${row.priority}` as never)}
        </Mark>
      )}
      {row.sensitivity !== 'none' && (
        <Mark tone="gray">
          <EyeOff size={11} aria-hidden />
          {t(`ui:sensitivity.${row.sensitivity}` as never)}
        </Mark>
      )}
      {row.hasMatches === true && (
        <Mark tone="blue" title={t('inbox:hasMatchesHint')}>
          <GitCompare size={11} aria-hidden />
          {t('inbox:matches')}
        </Mark>
      )}
      {row.tags.map((tag) => (
        <Mark key={tag} tone="gray" title={tag}>
          <bdi>{tag}</bdi>
        </Mark>
      ))}
    </>
  );
}
