import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { agoOf } from '@/ui/time';
import { dashboardQuery, type Figures } from './dashboard-query';
import { numberText } from './number-text';
import { ThroughputChart } from './throughput-chart';
import { WallNotice } from './wall-notice';
import { WallRows } from './wall-rows';
import { WallSign } from './wall-sign';
import classes from './wall.module.css';

/** Also without any news: days pass, and a token may end. */
const ASK_EVERY_MS = 60_000;

interface Props {
  /** Tells screens of different tokens apart: what one has read is not for the next. */
  readonly screen: string;
  readonly caseId: string | undefined;
}

export function WallBoard({ screen, caseId }: Props) {
  const { t } = useTranslation('dashboard');
  useDocumentTitle(`${t('wall.title')} · Sightline`);
  const figures = useQuery({
    ...dashboardQuery(caseId, screen),
    refetchInterval: ASK_EVERY_MS,
    refetchIntervalInBackground: true,
  });
  const status = figures.error instanceof ProblemError ? figures.error.status : null;
  // What a token may no longer see must not stay on the wall.
  if (status === 401) return <WallNotice kind="refused" />;
  if (status === 400 || status === 403 || status === 404) return <WallNotice kind="noCase" />;
  return (
    <>
      <header className={classes['header']}>
        <h1>{t('wall.title')}</h1>
        <WallSign figuresAtMs={figures.dataUpdatedAt} isAnswered={figures.error === null} />
      </header>
      {figures.data === undefined ? (
        figures.error !== null && <WallNotice kind="unreachable" />
      ) : (
        <Board figures={figures.data} />
      )}
    </>
  );
}

function Board({ figures }: { readonly figures: Figures }) {
  const { t, i18n } = useTranslation('dashboard');
  const number = (value: number) => numberText(value, i18n.language);
  const { counts } = figures;
  const oldest = figures.oldestWaiting[0]?.since;
  const today = figures.throughput.at(-1);
  const tiles = [
    { key: 'waiting', value: number(figures.ageing.reduce((sum, { count }) => sum + count, 0)) },
    { key: 'oldest', value: oldest === undefined ? t('nothingWaits') : agoOf(oldest, i18n.language) },
    {
      key: 'running',
      value: number((counts.processing['running'] ?? 0) + (counts.processing['queued'] ?? 0)),
    },
    {
      key: 'failed',
      value: number((counts.processing['failed'] ?? 0) + (counts.processing['partial'] ?? 0)),
      isAlarming: (counts.processing['failed'] ?? 0) + (counts.processing['partial'] ?? 0) > 0,
    },
    {
      key: 'needsHelp',
      value: number(counts.work['needs_help'] ?? 0),
      isAlarming: (counts.work['needs_help'] ?? 0) > 0,
    },
    {
      key: 'attention',
      value: number(figures.needsAttention),
      isAlarming: figures.needsAttention > 0,
    },
    { key: 'today', value: number(today?.submitted ?? 0) },
    { key: 'concludedToday', value: number(today?.concluded ?? 0) },
  ];
  return (
    <>
      <dl className={classes['tiles']}>
        {tiles.map(({ key, value, isAlarming }) => (
          <div key={key} className={classes['tile']} data-alarming={isAlarming === true}>
            <dt>{t(`headline.${key}` as never)}</dt>
            <dd data-words={/\D{4}/.test(value)}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes['panels']}>
        <WallRows title={t('counts.verification')} states={counts.verification} group="verification" />
        <WallRows title={t('counts.work')} states={counts.work} group="work" />
        <WallRows title={t('counts.processing')} states={counts.processing} group="processing" />
        <WallRows title={t('ageing.title')} ageing={figures.ageing} />
        <section>
          <h2>{t('throughput.title', { count: figures.throughput.length })}</h2>
          <ThroughputChart days={figures.throughput} />
          <p className={classes['legend']}>
            {t('wall.sums', {
              submitted: number(figures.throughput.reduce((sum, { submitted }) => sum + submitted, 0)),
              concluded: number(figures.throughput.reduce((sum, { concluded }) => sum + concluded, 0)),
              closed: number(figures.throughput.reduce((sum, { closed }) => sum + closed, 0)),
            })}
          </p>
        </section>
        <WallRows title={t('failures.title')} failures={figures.failures.slice(0, 6)} />
      </div>
    </>
  );
}
