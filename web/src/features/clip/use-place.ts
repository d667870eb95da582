import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Frame, PanelName } from '@/workspace/workspace';
import { readAddress, type ClipAddress, type ClipView } from './address';
import { frameAt } from './nearest-frame';

export interface Place {
  readonly ptsMs: number;
  readonly frameId: string | undefined;
}

export interface PlaceInClip extends Place {
  readonly address: ClipAddress;
  /** A new number each time that the player must go to `ptsMs`. */
  readonly jump: number;
  /** Go there; exactly on a keyframe it is looked at. */
  readonly seek: (ptsMs: number) => void;
  readonly selectFrame: (frameId: string) => void;
  /** The player is there by itself: nothing to follow. */
  readonly arrive: (ptsMs: number) => void;
  readonly openPanel: (panel: PanelName) => void;
  readonly openView: (view: ClipView) => void;
}

const WRITE_AFTER_MS = 400;

/** Where one is in the clip; the address follows, and whoever changes the address changes the place. */
export function usePlace(frames: readonly Frame[]): PlaceInClip {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const address = readAddress(search);
  const [place, setPlace] = useState<Place & { readonly jump: number }>(() => ({
    ...placeOf(frames, address),
    jump: 0,
  }));
  const { t, frame } = address;
  const written = useRef({ t, frame });

  const go = useCallback((next: Place) => setPlace((old) => ({ ...next, jump: old.jump + 1 })), []);
  const seek = useCallback(
    (ptsMs: number) => {
      const to = Math.max(0, Math.round(ptsMs));
      go({ ptsMs: to, frameId: idAt(frames, to) });
    },
    [frames, go],
  );
  const selectFrame = useCallback(
    (frameId: string) => {
      const found = frames.find(({ id }) => id === frameId);
      if (found !== undefined) go({ ptsMs: found.ptsMs, frameId });
    },
    [frames, go],
  );
  const arrive = useCallback(
    (ptsMs: number) =>
      setPlace((old) => (old.ptsMs === ptsMs ? old : { ...old, ptsMs, frameId: idAt(frames, ptsMs) })),
    [frames],
  );

  // A link to a place of this clip, or "back".
  useEffect(() => {
    if (t === written.current.t && frame === written.current.frame) return;
    written.current = { t, frame };
    go(placeOf(frames, { t, frame }));
  }, [t, frame, frames, go]);

  // Not with every frame that is played: browsers refuse addresses that change a hundred times in half a minute.
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = {
        t: place.frameId === undefined && place.ptsMs > 0 ? place.ptsMs : undefined,
        frame: place.frameId,
      };
      if (written.current.t === next.t && written.current.frame === next.frame) return;
      written.current = next;
      void navigate({ to: '.', search: (old) => ({ ...old, ...next }), replace: true });
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [place.ptsMs, place.frameId, navigate]);

  const openPanel = useCallback(
    (panel: PanelName) => void navigate({ to: '.', search: (old) => ({ ...old, panel }), replace: true }),
    [navigate],
  );
  const openView = useCallback(
    (view: ClipView) =>
      void navigate({ to: '.', search: (old) => ({ ...old, view: view === 'desk' ? undefined : view }) }),
    [navigate],
  );
  return { ...place, address, seek, selectFrame, arrive, openPanel, openView };
}

function placeOf(frames: readonly Frame[], { t, frame }: Pick<ClipAddress, 't' | 'frame'>): Place {
  const named = frames.find(({ id }) => id === frame);
  if (named !== undefined) return { ptsMs: named.ptsMs, frameId: named.id };
  if (t !== undefined) return { ptsMs: t, frameId: idAt(frames, t) };
  const first = frameAt(frames, 0);
  return { ptsMs: first?.ptsMs ?? 0, frameId: first?.id };
}

function idAt(frames: readonly Frame[], at: number): string | undefined {
  // Browsers and ffmpeg round a picture's time to whole milliseconds differently.
  return frames.find(({ ptsMs }) => Math.abs(ptsMs - at) <= 1)?.id;
}
