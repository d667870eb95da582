import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Point } from './domain/segment-map';

export const views = ['side', 'flicker', 'slider', 'difference'] as const;
export type View = (typeof views)[number];

interface Address {
  readonly view: View;
  /** Undefined: as the match says. */
  readonly mirror: boolean | undefined;
  readonly start: Point | undefined;
}

/** What of the page can be linked to: `?view=slider&mirror=0&t=1500`, or `ot=` for a moment of the other clip. */
export function useCompareAddress(): Address & {
  readonly setView: (view: View) => void;
  readonly setMirror: (mirror: boolean) => void;
  readonly setPoint: (point: Point) => void;
} {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const put = useCallback(
    (some: Record<string, unknown>) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...some }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return {
    view: views.find((view) => view === search['view']) ?? 'side',
    mirror: search['mirror'] === undefined ? undefined : Number(search['mirror']) === 1,
    start: pointOf(search),
    setView: useCallback((view: View) => put({ view }), [put]),
    setMirror: useCallback((mirror: boolean) => put({ mirror: mirror ? 1 : 0 }), [put]),
    setPoint: useCallback(
      ({ side, ms }: Point) =>
        put(side === 'this' ? { t: Math.round(ms), ot: undefined } : { t: undefined, ot: Math.round(ms) }),
      [put],
    ),
  };
}

function pointOf(search: Readonly<Record<string, unknown>>): Point | undefined {
  const [t, ot] = [search['t'], search['ot']];
  if (typeof t === 'number' && t >= 0) return { side: 'this', ms: t };
  if (typeof ot === 'number' && ot >= 0) return { side: 'other', ms: ot };
  return undefined;
}
