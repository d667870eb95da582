import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EyeOff, Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '@/ui/time';
import { nameOfClip } from './clip-row';
import type { InboxItem } from './inbox-groups';
import styles from './inbox-row.module.css';
import { Mark } from './mark';
import { processingTone, verificationTone } from './tones';
import { useOpenClip } from './use-open-clip';
import { waitingOf } from './waiting';

interface Props {
  readonly item: InboxItem;
  readonly isActive: boolean;
  readonly caseTitle: string | undefined;
  readonly assignee: string | undefined;
  readonly onTake: (item: InboxItem) => void;
}

export function InboxRow({ item, isActive, caseTitle, assignee, onTake }: Props) {
  const { t, i18n } = useTranslation('inbox');
  const { t: ui } = useTranslation('ui');
  const { warm } = useOpenClip();
  const name = nameOfClip(item);
  const [, ...more] = item.why;
  return (
    <li className={styles['row']} data-clip={item.id} {...(isActive ? { 'data-active': true } : {})}>
      <Link
        className={styles['name']}
        to="/clips/$clipId"
        params={{ clipId: item.id }}
        title={name}
        onMouseEnter={() => warm(item.id)}
        onFocus={() => warm(item.id)}
      >
        <bdi>{name}</bdi>
      </Link>
      <span className={styles['case']} title={caseTitle}>
        <bdi>{caseTitle}</bdi>
      </span>
      <span className={styles['marks']}>
        {item.priority !== 'normal' && (
          <Mark tone={item.priority === 'urgent' ? 'red' : item.priority === 'high' ? 'yellow' : 'gray'}>
            <Flag size={11} aria-hidden />
            {t(`priority.${item.priority}` as never)}
          </Mark>
        )}
        {item.sensitivity !== 'none' && (
          <Mark tone="gray">
            <EyeOff size={11} aria-hidden />
            {ui(`sensitivity.${item.sensitivity}` as never)}
          </Mark>
        )}
        {item.processing !== 'complete' && (
          <Mark tone={processingTone[item.processing]}>
            {ui(`processing.${item.processing}` as never)}
            {item.processing === 'running' && <span dir="ltr">{Math.round(item.progress * 100)}%</span>}
          </Mark>
        )}
        <Mark tone={verificationTone[item.verification]}>
          {ui(`verification.${item.verification}` as never)}
        </Mark>
        {more
          // What the roll-up and the group say already.
          .filter((why) => !['in_review', 'assigned', 'disputed'].includes(why))
          .map((why) => (
            <Mark key={why} tone={why === 'needs_help' || why === 'disputed' ? 'orange' : 'gray'}>
              {t(`why.${why}` as never)}
            </Mark>
          ))}
        {assignee !== undefined && item.why[0] !== 'yours' && (
          <Mark tone="gray">
            <bdi>{assignee}</bdi>
          </Mark>
        )}
      </span>
      <span title={`${wallClock(item.createdAt)} UTC`}>
        {t('waitingSince', { time: waitingOf(item.createdAt, i18n.language) })}
      </span>
      {item.assigneeId === null && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('takeThisOne', { name })}
          onClick={() => onTake(item)}
        >
          {t('takeThis')}
        </Button>
      )}
    </li>
  );
}
