import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { isFree } from './free-keys';
import { moved, plainSight, zoomed, type Sight } from './sight';

const MOVE = 0.05;

/** Looking closer without a mouse. */
export function useSightKeys(setSight: (change: (sight: Sight) => Sight) => void): void {
  const { t } = useTranslation('clip');
  const move = (x: number, y: number) => (event: KeyboardEvent) => {
    if (!isFree(event)) return;
    event.preventDefault();
    setSight((sight) => moved(sight, x, y));
  };
  useKeys(t('sight.title'), [
    { keys: '=', label: t('sight.closer'), run: () => setSight((sight) => zoomed(sight, 1)) },
    { keys: '-', label: t('sight.farther'), run: () => setSight((sight) => zoomed(sight, -1)) },
    { keys: '0', label: t('sight.reset'), run: () => setSight(() => plainSight) },
    { keys: 'Shift+ArrowLeft', label: t('sight.left'), run: move(MOVE, 0) },
    { keys: 'Shift+ArrowRight', label: t('sight.right'), run: move(-MOVE, 0) },
    { keys: 'Shift+ArrowUp', label: t('sight.up'), run: move(0, MOVE) },
    { keys: 'Shift+ArrowDown', label: t('sight.down'), run: move(0, -MOVE) },
  ]);
}
