import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import type { DecisionState } from './decision';
import type { Lockstep } from './domain/lockstep';
import type { Side } from './domain/segment-map';
import { zooms } from './look';
import type { View } from './use-compare-address';

interface Acts {
  readonly lock: Lockstep;
  readonly step: (by: number) => void;
  readonly toSegment: (index: number) => void;
  readonly segmentCount: number;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly toggleShown: () => void;
  readonly toggleMirror: () => void;
  readonly toggleVeil: (side: Side) => void;
  readonly zoom: number;
  readonly zoomBy: (zoom: number) => void;
  readonly move: (across: number, down: number) => void;
  readonly decide: (state: DecisionState) => void;
}

const MOST_SEGMENT_KEYS = 9;
/** What a space bar already presses. */
const PRESSED_BY_SPACE = 'button, a, [role=switch], [role=checkbox], input:not([type=range])';

/** Everything on the page without a mouse. */
export function useCompareKeys(acts: Acts): void {
  const { t } = useTranslation('compare');
  const zoomOn = (by: number) => {
    const at = zooms.findIndex((zoom) => zoom === acts.zoom) + by;
    acts.zoomBy(zooms[Math.min(Math.max(at, 0), zooms.length - 1)] ?? 1);
  };
  useKeys(t('keys.title'), [
    {
      keys: 'Space',
      label: t('keys.play'),
      run: (event) => {
        if (event.target instanceof Element && event.target.matches(PRESSED_BY_SPACE)) return;
        event.preventDefault();
        if (acts.lock.state().isPlaying) acts.lock.pause();
        else acts.lock.play();
      },
    },
    { keys: ',', label: t('stepBack'), run: () => acts.step(-1) },
    { keys: '.', label: t('stepOn'), run: () => acts.step(1) },
    { keys: 'b', label: t('view.side'), run: () => acts.setView('side') },
    {
      keys: 'f',
      label: t('keys.flicker'),
      run: () => (acts.view === 'flicker' ? acts.toggleShown() : acts.setView('flicker')),
    },
    { keys: 's', label: t('view.slider'), run: () => acts.setView('slider') },
    { keys: 'd', label: t('view.difference'), run: () => acts.setView('difference') },
    { keys: 'm', label: t('mirror'), run: acts.toggleMirror },
    { keys: 'z', label: t('keys.zoomIn'), run: () => zoomOn(1) },
    { keys: 'Shift+Z', label: t('keys.zoomOut'), run: () => zoomOn(-1) },
    ...moves.map(([arrow, across, down]) => ({
      keys: `Shift+${arrow}`,
      label: t(`keys.move.${arrow}` as never),
      run: (event: KeyboardEvent) => {
        event.preventDefault();
        acts.move(across, down);
      },
    })),
    { keys: 'v', label: t('keys.veilThis'), run: () => acts.toggleVeil('this') },
    { keys: 'Shift+V', label: t('keys.veilOther'), run: () => acts.toggleVeil('other') },
    ...Array.from({ length: Math.min(acts.segmentCount, MOST_SEGMENT_KEYS) }, (_, index) => ({
      keys: String(index + 1),
      label: t('keys.segment', { number: index + 1 }),
      run: () => acts.toSegment(index),
    })),
    decideBy('y', t('keys.confirm'), () => acts.decide('confirmed')),
    decideBy('n', t('keys.reject'), () => acts.decide('rejected')),
  ]);
}

/** Focus goes to the reasons: without this, the key itself would be their first letter. */
function decideBy(keys: string, label: string, run: () => void) {
  return {
    keys,
    label,
    run: (event: KeyboardEvent) => {
      event.preventDefault();
      run();
    },
  };
}

const moves = [
  ['ArrowLeft', -1, 0],
  ['ArrowRight', 1, 0],
  ['ArrowUp', 0, -1],
  ['ArrowDown', 0, 1],
] as const;
