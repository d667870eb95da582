import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly kind: 'needs_help' | 'reopen';
  readonly isSending: boolean;
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why the work moves: needed to reopen, welcome when help is. */
export function WorkReason({ kind, isSending, onGive, onClose }: Props) {
  const { t } = useTranslation('assess');
  const [reason, setReason] = useState('');
  const isEnough = kind === 'needs_help' || reason.trim() !== '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`work.reason.${kind}.title` as never)}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isEnough) onGive(reason.trim());
        }}
      >
        <Textarea
          label={t(`work.reason.${kind}.label` as never)}
          required={kind === 'reopen'}
          autosize
          minRows={2}
          dir="auto"
          maxLength={2000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="sm" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isSending} disabled={!isEnough}>
            {t(`work.reason.${kind}.do` as never)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
