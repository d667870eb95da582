import styles from './day-bar.module.css';
import { shareOf, stretchesOf, type Day } from './day-clock';

interface Props {
  readonly day: Day;
  readonly light: Parameters<typeof stretchesOf>[1];
  /** Times at which a measured shadow fits. */
  readonly fits: readonly { readonly from: string; readonly to: string }[];
}

/** Night, twilight and day under the slider; the words for it stand beside. */
export function DayBar({ day, light, fits }: Props) {
  return (
    <div className={styles['bar']} aria-hidden>
      {stretchesOf(day, light).map(({ light: kind, from, to }) => (
        <span key={from} className={styles['stretch']} data-light={kind} style={across(from, to)} />
      ))}
      {fits.map(({ from, to }) => (
        <span key={from} className={styles['fit']} style={across(shareOf(day, from), shareOf(day, to))} />
      ))}
    </div>
  );
}

const across = (from: number, to: number) => ({
  insetInlineStart: `${from * 100}%`,
  inlineSize: `max(3px, ${(to - from) * 100}%)`,
});
