import { useComputedColorScheme } from '@mantine/core';
import { MarkSign } from '../canvas/mark-sign';
import { tones } from '../canvas/palette';
import { isMoment, timeLooks, type TimeMark } from './clip-times';
import { placeIn, type Span } from './time-axis';
import styles from './case-timeline.module.css';

/** The marks of one clip on the axis. Words for the same stand in the row; this is for eyes alone. */
export function TimeTrack({ times, span }: { readonly times: readonly TimeMark[]; readonly span: Span }) {
  return (
    <div className={styles['track']} aria-hidden>
      {times.map((mark, index) => {
        const key = `${mark.kind}-${index}`;
        return isMoment(mark) ? (
          <Moment key={key} mark={mark} span={span} />
        ) : (
          <Stretch key={key} mark={mark} span={span} />
        );
      })}
    </div>
  );
}

function Moment({ mark, span }: { readonly mark: TimeMark; readonly span: Span }) {
  const place = placeIn(span, Date.parse(mark.from ?? ''));
  if (!(place >= 0 && place <= 1)) return null;
  return (
    <span
      className={styles['moment']}
      data-kind={mark.kind}
      style={{ insetInlineStart: `${place * 100}%` }}
      title={mark.from ?? ''}
    >
      <MarkSign size={14} {...timeLooks[mark.kind]} />
    </span>
  );
}

/** An end that nobody named fades out. */
function Stretch({ mark, span }: { readonly mark: TimeMark; readonly span: Span }) {
  const color = tones[useComputedColorScheme('light')][timeLooks[mark.kind].tone];
  const from = mark.from === null ? 0 : placeIn(span, Date.parse(mark.from));
  const to = mark.to === null ? 1 : placeIn(span, Date.parse(mark.to));
  if (to < 0 || from > 1 || (mark.from === null && mark.to === null)) return null;
  const [start, end] = [Math.max(0, from), Math.min(1, to)];
  return (
    <span
      className={styles['stretch']}
      data-kind={mark.kind}
      data-open-start={mark.from === null || undefined}
      data-open-end={mark.to === null || undefined}
      style={{
        insetInlineStart: `${start * 100}%`,
        inlineSize: `max(4px, ${(end - start) * 100}%)`,
        borderColor: color,
        ['--tone' as string]: color,
      }}
      title={`${mark.from ?? '…'} – ${mark.to ?? '…'}`}
    />
  );
}
