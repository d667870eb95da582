import { useCallback, useEffect, useRef, useState, type RefCallback } from 'react';
import type { PlaceInClip } from '../use-place';
import { Film } from './film';
import type { FrameRate } from './frame-rate';
import { noLoop, type Loop } from './loop';

export interface FilmState {
  /** The film on the page; null while it is veiled or cannot be played. */
  readonly film: Film | null;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly setSpeed: (speed: number) => void;
  readonly isMuted: boolean;
  readonly setMuted: (isMuted: boolean) => void;
  readonly loop: Loop;
  readonly setLoop: (loop: Loop) => void;
}

interface Wiring {
  readonly place: PlaceInClip;
  readonly rate: FrameRate;
  /** A passage that nobody asked to see or hear is silent, too. */
  readonly isHushed: boolean;
  /** Each picture that comes onto the screen. */
  readonly onShown: (ptsMs: number) => void;
}

/** Ties a `<video>` to the place in the clip. Muted at first, and never plays by itself. */
export function useFilm({ place, rate, isHushed, onShown }: Wiring): {
  readonly attach: RefCallback<HTMLVideoElement>;
  readonly state: FilmState;
} {
  const [film, setFilm] = useState<Film | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const [isMuted, setMuted] = useState(true);
  const [loop, setLoop] = useState<Loop>(noLoop);
  const heard = useRef({ arrive: place.arrive, onShown });
  useEffect(() => {
    heard.current = { arrive: place.arrive, onShown };
  });

  const attach = useCallback((video: HTMLVideoElement | null) => {
    if (video === null) return;
    const made = new Film(video, {
      shown: (ptsMs) => heard.current.onShown(ptsMs),
      arrived: (ptsMs) => heard.current.arrive(ptsMs),
      played: setPlaying,
    });
    setFilm(made);
    return () => {
      made.close();
      setFilm(null);
      setPlaying(false);
    };
  }, []);

  const { jump, ptsMs } = place;
  const followed = useRef<{ film: Film | null; jump: number }>({ film: null, jump: -1 });
  useEffect(() => {
    // The player's own progress changes `ptsMs`, but never `jump`.
    if (followed.current.film === film && followed.current.jump === jump) return;
    followed.current = { film, jump };
    film?.seek(ptsMs);
  }, [film, jump, ptsMs]);
  useEffect(
    () => film?.use({ rate, loop, speed, isMuted: isMuted || isHushed }),
    [film, rate, loop, speed, isMuted, isHushed],
  );
  return { attach, state: { film, isPlaying, speed, setSpeed, isMuted, setMuted, loop, setLoop } };
}
