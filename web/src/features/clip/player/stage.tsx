import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { rangeAhead } from '@/safety/range-at';
import { uncover, useVeil } from '@/safety/unveiled';
import { useSoftening } from '@/safety/soften';
import { useRanges } from '@/safety/use-ranges';
import { useWorkspace } from '@/workspace/workspace';
import { metadataQuery } from '../queries';
import type { PlaceInClip } from '../use-place';
import { Controls } from './controls';
import { Cover } from './cover';
import { durationOf } from './duration';
import { frameRateOf } from './frame-rate';
import { plainSight, sightStyle, type Sight } from './sight';
import { SightBox } from './sight-box';
import { Still } from './still';
import { StageNotice, type StillReason } from './stage-notice';
import { useFilm } from './use-film';
import { useFilmKeys } from './use-film-keys';
import { useSightKeys } from './use-sight-keys';
import { useVeilKeys } from './use-veil-keys';

/** Long enough for the cover to be drawn before the passage is. */
const AHEAD_MS = 300;

/** What the clip shows where one is: the film, or the keyframe when there is no film to be shown. */
export function Stage({ place }: { readonly place: PlaceInClip }) {
  const { clip, frames } = useWorkspace();
  const veil = useVeil(clip);
  const { areKnown, ranges, covered } = useRanges(clip.id);
  const metadata = useQuery(metadataQuery(clip.id)).data;
  const rate = useMemo(() => frameRateOf(metadata), [metadata]);
  const [isUnplayable, setUnplayable] = useState(false);
  const [shownMs, setShownMs] = useState(place.ptsMs);
  const [sight, setSight] = useState<Sight>(plainSight);
  const { filter } = useSoftening(veil.isSensitive && !veil.isVeiled);

  const still = stillReason(veil.isVeiled, clip.original === null, isUnplayable);
  const isShown = still === null && areKnown;
  const atMs = isShown ? shownMs : place.ptsMs;
  // Where the player is sent to is covered before it gets there.
  const cover = rangeAhead(covered, place.ptsMs, 0) ?? rangeAhead(covered, atMs, AHEAD_MS);
  const { attach, state } = useFilm({
    place,
    rate,
    isHushed: cover !== undefined,
    onShown: setShownMs,
  });
  const durationMs = durationOf(metadata, frames);
  const seekBy = (ms: number) => place.seek(clamp((isShown ? shownMs : place.ptsMs) + ms, durationMs));
  useFilmKeys(state, seekBy);
  useSightKeys(setSight);
  useVeilKeys(veil);

  return (
    <Stack gap={6}>
      <SightBox sight={sight} onSight={setSight} isMovable={sight.zoom > 1}>
        {isShown && clip.original !== null ? (
          <video
            ref={attach}
            src={clip.original.url}
            preload="metadata"
            playsInline
            muted
            disablePictureInPicture
            disableRemotePlayback
            tabIndex={-1}
            style={sightStyle(sight, filter)}
            onError={() => setUnplayable(true)}
          />
        ) : (
          <Still place={place} sight={sight} />
        )}
        {isShown && cover !== undefined && <Cover range={cover} onShow={() => uncover(cover)} />}
        {still !== null && (still === 'veiled' || frames.length > 0) && <StageNotice reason={still} />}
      </SightBox>
      <Controls
        place={place}
        state={state}
        rate={rate}
        atMs={atMs}
        durationMs={durationMs}
        ranges={ranges}
        isShown={isShown}
        sight={sight}
        onSight={setSight}
        veil={veil}
      />
    </Stack>
  );
}

function stillReason(isVeiled: boolean, isMissing: boolean, isUnplayable: boolean): StillReason | null {
  if (isVeiled) return 'veiled';
  if (isMissing) return 'missing';
  return isUnplayable ? 'unplayable' : null;
}

function clamp(ms: number, durationMs: number): number {
  return Math.min(Math.max(0, ms), durationMs);
}
