import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { unveiled, type Veil } from '@/safety/unveiled';

/** `v` shows a sensitive clip and veils it again; with Shift everything that was shown anywhere is veiled at once. */
export function useVeilKeys(veil: Veil): void {
  const { t } = useTranslation('safety');
  useKeys(t('keys'), [
    {
      keys: 'v',
      label: t('toggle'),
      run: () => {
        if (veil.isSensitive) veil.toggle();
      },
    },
    { keys: 'Shift+V', label: t('veilAll'), run: () => unveiled.veilAll() },
  ]);
}
