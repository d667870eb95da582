import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/problem-alert';
import type { Clip } from '@/workspace/workspace';
import { Dialog } from './dialog';
import { useChangeClip } from './use-change-clip';

export type WorkMove = 'close' | 'reopen' | 'needs_help' | 'helped';

const target = {
  close: 'closed',
  reopen: 'unassigned',
  needs_help: 'needs_help',
  helped: 'unassigned',
} as const;

interface Props {
  readonly clip: Clip;
  readonly move: WorkMove;
  readonly onClose: () => void;
}

/** Moves the work on a clip, with a reason that stays on record. */
export function WorkDialog({ clip, move, onClose }: Props) {
  const { t } = useTranslation('clip');
  const [reason, setReason] = useState('');
  const change = useChangeClip(clip);
  const isNeeded = move === 'reopen';
  const given = reason.trim();
  return (
    <Dialog title={t(`work.${move}` as never)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { work: target[move], ...(given === '' ? {} : { reason: given }) },
            { onSuccess: onClose },
          );
        }}
      >
        <Stack>
          <Text size="sm">{t(`work.${move}Hint` as never)}</Text>
          <Textarea
            data-autofocus
            label={t(isNeeded ? 'work.reason' : 'work.reasonOptional')}
            required={isNeeded}
            maxLength={2000}
            autosize
            minRows={2}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {change.error !== null && <ProblemAlert error={change.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={isNeeded && given === ''}>
              {t(`work.${move}` as never)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
