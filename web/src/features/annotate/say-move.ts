import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '@/regions/region';
import { boundsOf } from '@/regions/region';
import type { Grip } from './move-region';

/** A held arrow key moves twenty times a second: only where it came to rest is worth hearing. */
const REST_MS = 350;

/** Tells screen readers where the region stands, once it stands. */
export function useSayMove(say: (text: string) => void): (shape: Shape | null, grip: Grip) => void {
  const { t } = useTranslation('annotate');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (shape, grip) => {
    clearTimeout(timer.current);
    if (shape === null) return;
    timer.current = setTimeout(() => {
      const { at, width, height } = boundsOf(shape);
      const [x, y, w, h] = [at.x, at.y, width, height].map((percent) => Math.round(percent * 10) / 10);
      const held =
        grip === 'whole'
          ? t('heldWhole')
          : shape.kind === 'rectangle'
            ? t('heldSize')
            : t('heldCorner', { number: grip + 1 });
      say(`${t('standsAt', { x, y, w, h })} ${held}`);
    }, REST_MS);
  };
}
