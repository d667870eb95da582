import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '@/workspace/workspace';
import { Dialog } from '../header/dialog';
import { ProcessingParts } from './processing-parts';

/** The state of processing, and behind it what happened to each part. */
export function ProcessingState({ clip, children }: { readonly clip: Clip; readonly children: ReactNode }) {
  const { t } = useTranslation('clip');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton
        onClick={open}
        mih={24}
        display="inline-flex"
        style={{ alignItems: 'center' }}
        aria-haspopup="dialog"
      >
        {children}
      </UnstyledButton>
      {isOpen && (
        <Dialog title={t('processing.title')} onClose={close} size="lg">
          <ProcessingParts clip={clip} />
        </Dialog>
      )}
    </>
  );
}
