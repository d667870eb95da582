import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SensitiveRange } from '@/safety/sensitive-ranges';
import { clockOfMs } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import type { PlaceInClip } from '../use-place';
import type { Loop } from './loop';
import classes from './scrubber.module.css';

interface Props {
  readonly place: PlaceInClip;
  readonly atMs: number;
  readonly durationMs: number;
  readonly ranges: readonly SensitiveRange[];
  readonly loop: Loop;
}

/** The clip's time from its start to its end, with its keyframes, the warned passages and the passage that loops. */
export function Scrubber({ place, atMs, durationMs, ranges, loop }: Props) {
  const { t } = useTranslation('clip');
  const { frames } = useWorkspace();
  const whole = Math.max(1, durationMs);
  const part = (ms: number) => `${(Math.min(ms, whole) / whole) * 100}%`;
  return (
    <div className={classes['scrubber']}>
      <div className={classes['track']} aria-hidden>
        {frames.map((frame) => (
          <i key={frame.id} className={classes['tick']} style={{ left: part(frame.ptsMs) }} />
        ))}
        {ranges.map((range) => (
          <i
            key={range.id}
            className={classes['range']}
            style={{ left: part(range.startMs), width: part(range.endMs - range.startMs) }}
          />
        ))}
        {(loop.fromMs !== null || loop.toMs !== null) && (
          <i
            className={classes['loop']}
            style={{ left: part(loop.fromMs ?? 0), width: part((loop.toMs ?? whole) - (loop.fromMs ?? 0)) }}
          />
        )}
      </div>
      <input
        type="range"
        className={classes['input']}
        min={0}
        max={whole}
        step={1}
        value={Math.min(atMs, whole)}
        aria-label={t('player.place')}
        aria-valuetext={clockOfMs(atMs)}
        onChange={(event) => place.seek(Number(event.currentTarget.value))}
        onKeyDown={(event) => onKey(event, place, atMs, whole)}
      />
    </div>
  );
}

/** A native slider steps by one millisecond here: a second, ten with Page keys, is what one means. */
function onKey(event: KeyboardEvent, place: PlaceInClip, atMs: number, whole: number): void {
  const by = steps[event.key];
  if (by === undefined || event.shiftKey) return;
  event.preventDefault();
  place.seek(Math.min(Math.max(0, atMs + by), whole));
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1000,
  ArrowRight: 1000,
  ArrowDown: -1000,
  ArrowUp: 1000,
  PageDown: -10_000,
  PageUp: 10_000,
};
