import { marksOf } from './domain/marks';
import type { Segment, Side } from './domain/segment-map';
import classes from './rail.module.css';

interface Props {
  readonly segments: readonly Segment[];
  readonly side: Side;
  readonly lengthMs: number;
  /** The segment that is looked at. */
  readonly current: number | null;
}

/** A clip's length as a bar, with what the other clip also shows. Time runs from left to right in every language. */
export function SegmentMarks({ segments, side, lengthMs, current }: Props) {
  return (
    <div className={classes['marks']} dir="ltr" aria-hidden>
      {marksOf(segments, side, lengthMs).map(({ fromPercent, widthPercent }, index) => (
        <div
          key={index}
          className={[classes['mark'], index === current ? classes['here'] : ''].join(' ')}
          style={{ insetInlineStart: `${fromPercent}%`, inlineSize: `${widthPercent}%` }}
        />
      ))}
    </div>
  );
}
