import { useTranslation } from 'react-i18next';
import type { Figures } from './dashboard-query';
import { numberText } from './number-text';
import classes from './wall.module.css';
import { useAgeLabel } from './use-age-label';

type Props = { readonly title: string } & (
  | { readonly states: Readonly<Record<string, number>>; readonly group: string }
  | { readonly ageing: Figures['ageing'] }
  | { readonly failures: Figures['failures'] }
);

/** A part of the wall: names and numbers, to be read across a room. */
export function WallRows(props: Props) {
  const { t, i18n } = useTranslation('dashboard');
  const ageLabel = useAgeLabel();
  const { t: ui } = useTranslation('ui');
  const rows =
    'states' in props
      ? Object.entries(props.states).map(([state, count]) => ({
          label: ui(`${props.group}.${state}` as never),
          count,
        }))
      : 'ageing' in props
        ? props.ageing.map((bucket) => ({ label: ageLabel(bucket), count: bucket.count }))
        : props.failures.map(({ code, count }) => ({
            label: t(`failure.${code}.name` as never),
            count,
          }));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section>
      <h2>{props.title}</h2>
      {rows.length === 0 ? (
        <p>{t('failures.none')}</p>
      ) : (
        <dl className={classes['rows']}>
          {rows.map(({ label, count }) => (
            <div key={label} data-none={count === 0}>
              <dt>{label}</dt>
              <dd>{numberText(count, i18n.language)}</dd>
              <span className={classes['bar']} style={{ width: `${(count / most) * 100}%` }} aria-hidden />
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
