import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { isFree, isSpaceFree } from './free-keys';
import { noLoop, withEnd, withStart } from './loop';
import { speedBeside } from './speeds';
import type { FilmState } from './use-film';

/** The keys of players, as editors know them. They do nothing while there is no film to move. */
export function useFilmKeys(state: FilmState, seekBy: (ms: number) => void): void {
  const { t } = useTranslation('clip');
  const { film, speed, setSpeed, isMuted, setMuted, loop, setLoop } = state;
  const free = (run: () => void) => (event: KeyboardEvent) => {
    if (!isFree(event)) return;
    event.preventDefault();
    run();
  };
  const here = () => film?.atMs ?? 0;
  useKeys(t('player.title'), [
    {
      keys: 'Space',
      label: t('player.toggle'),
      run: (event) => {
        if (!isSpaceFree(event)) return;
        event.preventDefault();
        film?.toggle();
      },
    },
    { keys: 'k', label: t('player.toggle'), run: free(() => film?.toggle()) },
    { keys: ',', label: t('player.back'), run: free(() => film?.step(-1)) },
    { keys: '.', label: t('player.forward'), run: free(() => film?.step(1)) },
    { keys: 'j', label: t('player.backSecond'), run: free(() => seekBy(-1000)) },
    { keys: 'l', label: t('player.forwardSecond'), run: free(() => seekBy(1000)) },
    { keys: 'Shift+J', label: t('player.backFive'), run: free(() => seekBy(-5000)) },
    { keys: 'Shift+L', label: t('player.forwardFive'), run: free(() => seekBy(5000)) },
    { keys: 'Shift+<', label: t('player.slower'), run: () => setSpeed(speedBeside(speed, -1)) },
    { keys: 'Shift+>', label: t('player.faster'), run: () => setSpeed(speedBeside(speed, 1)) },
    { keys: '[', label: t('player.loopStart'), run: () => setLoop(withStart(loop, here())) },
    { keys: ']', label: t('player.loopEnd'), run: () => setLoop(withEnd(loop, here())) },
    { keys: '\\', label: t('player.loopOff'), run: () => setLoop(noLoop) },
    { keys: 'm', label: t('player.mute'), run: () => setMuted(!isMuted) },
  ]);
}
