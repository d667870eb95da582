import { Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { live } from '@/api/live';
import { askWhoIsHere } from '@/api/queries';
import { sessionGate } from '@/api/session-gate';
import { SignInForm } from '@/features/people/sign-in-form';

/** The session ended while somebody was working: sign in over the page, and everything that waited goes on. */
export function SignInAgain() {
  const { t } = useTranslation('app');
  const queries = useQueryClient();
  const isClosed = useSyncExternalStore(sessionGate.watch, sessionGate.isClosed);
  return (
    <Modal
      opened={isClosed}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('signInAgain')}
    >
      <Text mb="md">{t('nothingLost')}</Text>
      <SignInForm
        onDone={async () => {
          // Whoever signed in may be somebody else: then the page goes, with what waited here.
          await askWhoIsHere();
          sessionGate.open();
          live.stop();
          live.start(queries);
          void queries.invalidateQueries({ queryKey: keys.me });
        }}
      />
    </Modal>
  );
}
