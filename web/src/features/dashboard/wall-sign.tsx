import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { live, useConnection } from '@/api/live';
import { agoOf, wallClock } from '@/ui/time';
import { areLate, knownUntil } from './freshness';
import classes from './wall.module.css';

interface Props {
  readonly figuresAtMs: number;
  readonly isAnswered: boolean;
}

/** The time, until when the figures are known to be right, and a sign that cannot be overlooked when that is too long ago. */
export function WallSign({ figuresAtMs, isAnswered }: Props) {
  const { t, i18n } = useTranslation('dashboard');
  const connection = useConnection();
  const nowMs = useNow();
  const heard = {
    figuresAtMs,
    streamAtMs: live.heardAtMs(),
    isLive: connection === 'live',
    isAnswered,
  };
  const untilMs = knownUntil(heard);
  const isLate = areLate(heard, nowMs);
  return (
    <div className={classes['sign']}>
      <time dir="ltr" dateTime={new Date(nowMs).toISOString()} className={classes['clock']}>
        {wallClock(new Date(nowMs)).slice(0, 16)} UTC
      </time>
      <span role="status" data-late={isLate}>
        {untilMs === 0
          ? t('wall.waiting')
          : isLate
            ? t('wall.late', { ago: agoOf(new Date(untilMs).toISOString(), i18n.language, nowMs) })
            : t(`wall.${connection === 'live' ? 'live' : 'asked'}` as never)}
      </span>
      {untilMs > 0 && (
        <span>
          {t('wall.asOf')} <span dir="ltr">{wallClock(new Date(untilMs)).slice(11)} UTC</span>
        </span>
      )}
    </div>
  );
}

function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
