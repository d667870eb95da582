import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { lengthOf, type Film } from './domain/film';
import { Lockstep, type LockState } from './domain/lockstep';
import type { Point, Segment, Side } from './domain/segment-map';

/** Long enough that a held key writes one address, not fifty. */
const SETTLED_MS = 300;

/** The two clips' common clock for as long as the page shows these segments. */
export function useLockstep(
  segments: readonly Segment[],
  sides: Readonly<Record<Side, Film>>,
  start: Point | undefined,
): Lockstep {
  // A decision gives the match anew with the same segments: the players must not lose their place by it.
  const shape = JSON.stringify({
    segments,
    lengths: {
      this: lengthOf(sides.this, segments, 'this'),
      other: lengthOf(sides.other, segments, 'other'),
    },
  });
  const [first] = useState(start);
  return useMemo(() => {
    const { segments: given, lengths } = JSON.parse(shape) as {
      segments: Segment[];
      lengths: Record<Side, number>;
    };
    const lock = new Lockstep(given, lengths);
    lock.seek(first ?? { side: 'this', ms: given[0]?.startMs ?? 0 });
    return lock;
  }, [shape, first]);
}

export function useLockState(lock: Lockstep): LockState {
  return useSyncExternalStore(lock.watch, lock.state);
}

/** Moves the clock with each picture while it plays. */
export function useTicking(lock: Lockstep): void {
  const { isPlaying } = useLockState(lock);
  useEffect(() => {
    if (!isPlaying) return undefined;
    let before = performance.now();
    let asked = requestAnimationFrame(function tick(now) {
      lock.tick(Math.max(0, now - before));
      before = now;
      asked = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(asked);
  }, [lock, isPlaying]);
  useEffect(() => () => lock.pause(), [lock]);
}

/** Keeps the address at the moment where one stands, once one stands. */
export function useMomentInAddress(lock: Lockstep, setPoint: (point: Point) => void): void {
  useEffect(() => {
    let settled: ReturnType<typeof setTimeout> | undefined;
    const unwatch = lock.watch(() => {
      clearTimeout(settled);
      if (!lock.state().isPlaying) settled = setTimeout(() => setPoint(lock.point()), SETTLED_MS);
    });
    return () => {
      unwatch();
      clearTimeout(settled);
    };
  }, [lock, setPoint]);
}
