import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './keys';

const KeysList = lazy(async () => ({ default: (await import('./keys-list')).KeysList }));

/** `?` lists every key that does something here and now. */
export function KeysOverlay() {
  const { t } = useTranslation('keys');
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [isWanted, setWanted] = useState(false);
  useKeys(t('general'), [
    {
      keys: 'Shift+?',
      label: t('show'),
      run: () => {
        setWanted(true);
        toggle();
      },
    },
  ]);
  return <Suspense fallback={null}>{isWanted && <KeysList isOpen={isOpen} onClose={close} />}</Suspense>;
}
