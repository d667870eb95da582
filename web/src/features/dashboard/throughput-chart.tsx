import { useDirection } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { barsOf, roundTop, series, type Day } from './bars';
import classes from './throughput-chart.module.css';
import { numberText } from './number-text';

const WIDTH = 420;
const HEIGHT = 110;
/** Room for the axis' numbers. */
const MARGIN = 34;

/** For the eye alone: whoever shows it gives the same figures in words. */
export function ThroughputChart({ days }: { readonly days: readonly Day[] }) {
  const { i18n } = useTranslation('dashboard');
  const isMirrored = useDirection().dir === 'rtl';
  const top = roundTop(Math.max(0, ...days.flatMap((day) => series.map((name) => day[name]))));
  const axisX = isMirrored ? WIDTH + MARGIN - 4 : MARGIN - 4;
  const shift = isMirrored ? 0 : MARGIN;
  return (
    <svg viewBox={`0 0 ${WIDTH + MARGIN} ${HEIGHT + 20}`} className={classes['chart']} aria-hidden>
      {[0, 0.5, 1].map((part) => (
        <line
          key={part}
          x1={shift}
          x2={shift + WIDTH}
          y1={4 + HEIGHT * (1 - part)}
          y2={4 + HEIGHT * (1 - part)}
          stroke="currentColor"
          strokeOpacity={0.25}
        />
      ))}
      <text x={axisX} y={10} textAnchor="end" className={classes['axis']} direction="ltr">
        {numberText(top, i18n.language)}
      </text>
      <text x={axisX} y={HEIGHT + 4} textAnchor="end" className={classes['axis']} direction="ltr">
        0
      </text>
      <g transform={`translate(${shift} 4)`}>
        {barsOf(days, WIDTH, HEIGHT, isMirrored).map((bar) => (
          <rect
            key={`${bar.day} ${bar.series}`}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
            className={classes[bar.series]}
          />
        ))}
        {days.map(({ day }, index) => {
          const middle = ((index + 0.5) * WIDTH) / days.length;
          return (
            (days.length - 1 - index) % 3 === 0 && (
              <text
                key={day}
                x={isMirrored ? WIDTH - middle : middle}
                y={HEIGHT + 14}
                textAnchor="middle"
                direction="ltr"
                className={classes['axis']}
              >
                {day.slice(5)}
              </text>
            )
          );
        })}
      </g>
    </svg>
  );
}
