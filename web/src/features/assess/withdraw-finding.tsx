import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';

interface Props {
  readonly finding: Schemas['Finding'];
  readonly onClose: () => void;
}

/** Takes an argument back, with the reason; it stays on record, struck through. */
export function WithdrawFinding({ finding, onClose }: Props) {
  const { t } = useTranslation('assess');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/findings/{id}/withdrawal', {
          params: { path: { id: finding.id } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.clip(finding.clipId) });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('withdraw.title')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') withdraw.mutate();
        }}
      >
        <Text className="sl-words sl-quote" mb="sm">
          <bdi>{finding.summary}</bdi>
        </Text>
        <Textarea
          label={t('withdraw.reason')}
          description={t('withdraw.kept')}
          required
          autosize
          minRows={2}
          dir="auto"
          maxLength={5000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {withdraw.error !== null && <ProblemAlert error={withdraw.error} />}
        <Group justify="flex-end" mt="sm">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" color="red" loading={withdraw.isPending} disabled={reason.trim() === ''}>
            {t('withdraw.do')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
