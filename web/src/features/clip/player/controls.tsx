import { ActionIcon, Group, Select, Tooltip } from '@mantine/core';
import {
  ChevronFirst,
  ChevronLast,
  Eye,
  EyeOff,
  Pause,
  Play,
  Repeat,
  StepBack,
  StepForward,
  Volume2,
  VolumeX,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SensitiveRange } from '@/safety/sensitive-ranges';
import type { Veil } from '@/safety/unveiled';
import { useWorkspace } from '@/workspace/workspace';
import { frameBeside } from '../nearest-frame';
import type { PlaceInClip } from '../use-place';
import type { FrameRate } from './frame-rate';
import { noLoop, withEnd, withStart } from './loop';
import { Scrubber } from './scrubber';
import type { Sight } from './sight';
import { SightMenu } from './sight-menu';
import { speeds } from './speeds';
import classes from './stage.module.css';
import { TimeCode } from './time-code';
import type { FilmState } from './use-film';

interface Props {
  readonly place: PlaceInClip;
  readonly state: FilmState;
  readonly rate: FrameRate;
  readonly atMs: number;
  readonly durationMs: number;
  readonly ranges: readonly SensitiveRange[];
  /** There is a film on the page; otherwise one steps through keyframes. */
  readonly isShown: boolean;
  readonly sight: Sight;
  readonly onSight: (change: (sight: Sight) => Sight) => void;
  readonly veil: Veil;
}

/** The player's own controls, from left to right in every language, as on every player. */
export function Controls({
  place,
  state,
  rate,
  atMs,
  durationMs,
  ranges,
  isShown,
  sight,
  onSight,
  veil,
}: Props) {
  const { t } = useTranslation('clip');
  const { t: safety } = useTranslation('safety');
  const { frames } = useWorkspace();
  const { film, loop } = state;
  const toKeyframe = (by: 1 | -1) => {
    const frame = frameBeside(frames, place.ptsMs, by);
    if (frame !== undefined) place.selectFrame(frame.id);
  };
  const step = (by: 1 | -1) => (isShown ? film?.step(by) : toKeyframe(by));
  return (
    <div className={classes['controls']} dir="ltr" role="group" aria-label={t('player.title')}>
      <Scrubber place={place} atMs={atMs} durationMs={durationMs} ranges={ranges} loop={loop} />
      <TimeCode atMs={atMs} durationMs={durationMs} rate={rate} />
      <Group gap={4}>
        <Act label={t('player.toKeyframeBack')} onClick={() => toKeyframe(-1)}>
          <ChevronFirst size={18} aria-hidden />
        </Act>
        <Act label={t('player.back')} onClick={() => step(-1)}>
          <StepBack size={18} aria-hidden />
        </Act>
        <Act
          label={t(state.isPlaying ? 'player.pause' : 'player.play')}
          isOff={!isShown}
          onClick={() => film?.toggle()}
        >
          {state.isPlaying ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
        </Act>
        <Act label={t('player.forward')} onClick={() => step(1)}>
          <StepForward size={18} aria-hidden />
        </Act>
        <Act label={t('player.toKeyframeForward')} onClick={() => toKeyframe(1)}>
          <ChevronLast size={18} aria-hidden />
        </Act>
        <Select
          aria-label={t('player.speed')}
          size="xs"
          w={84}
          allowDeselect={false}
          disabled={!isShown}
          data={speeds.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
          value={String(state.speed)}
          onChange={(speed) => state.setSpeed(Number(speed ?? 1))}
        />
        <Act
          label={t('player.loopStart')}
          isOff={!isShown}
          onClick={() => state.setLoop(withStart(loop, atMs))}
        >
          <b aria-hidden>A</b>
        </Act>
        <Act label={t('player.loopEnd')} isOff={!isShown} onClick={() => state.setLoop(withEnd(loop, atMs))}>
          <b aria-hidden>B</b>
        </Act>
        {(loop.fromMs !== null || loop.toMs !== null) && (
          <Act label={t('player.loopOff')} onClick={() => state.setLoop(noLoop)}>
            <Repeat size={18} aria-hidden />
          </Act>
        )}
        <Act
          label={t(state.isMuted ? 'player.unmute' : 'player.mute')}
          isOff={!isShown}
          onClick={() => state.setMuted(!state.isMuted)}
        >
          {state.isMuted ? <VolumeX size={18} aria-hidden /> : <Volume2 size={18} aria-hidden />}
        </Act>
        <SightMenu sight={sight} onSight={onSight} isSensitive={veil.isSensitive} />
        {veil.isSensitive && (
          <Act label={safety(veil.isVeiled ? 'lift' : 'lower')} onClick={veil.toggle}>
            {veil.isVeiled ? <Eye size={18} aria-hidden /> : <EyeOff size={18} aria-hidden />}
          </Act>
        )}
      </Group>
    </div>
  );
}

interface ActProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly isOff?: boolean;
  readonly children: ReactNode;
}

function Act({ label, onClick, isOff = false, children }: ActProps) {
  return (
    <Tooltip label={label} openDelay={500}>
      <ActionIcon variant="default" size={30} aria-label={label} disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
