import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './dashboard.module.css';
import { numberText } from './number-text';

export interface CountRow {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly color: string;
  /** The list that shows these clips. */
  readonly search?: Readonly<Record<string, string>>;
}

/** States with how many clips are in each, and a bar for the eye; each leads to its clips. */
export function CountRows({ rows }: { readonly rows: readonly CountRow[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <div role="list">
      {rows.map((row) => (
        <div role="listitem" key={row.key}>
          {row.search === undefined ? (
            <div className={classes['row']}>
              <Inside row={row} most={most} />
            </div>
          ) : (
            <Link to="/clips" search={row.search} className={classes['row']}>
              <Inside row={row} most={most} />
            </Link>
          )}
        </div>
      ))}
    </div>
  );
}

function Inside({ row, most }: { readonly row: CountRow; readonly most: number }) {
  const { i18n } = useTranslation('dashboard');
  const width = row.count === 0 ? 0 : Math.max(1, (row.count / most) * 100);
  return (
    <>
      <span className={classes['name']}>{row.label}</span>
      <span className={classes['amount']}>{numberText(row.count, i18n.language)}</span>
      <span className={classes['track']} aria-hidden>
        <span
          className={classes['bar']}
          style={{ display: 'block', width: `${width}%`, background: `var(--mantine-color-${row.color}-6)` }}
        />
      </span>
    </>
  );
}
