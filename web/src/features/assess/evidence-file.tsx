import { FileButton, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError, type Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';

const MOST_BYTES = 64 * 1024 * 1024;

/** A document, screenshot or map that is kept with the clip and then named as evidence. */
export function EvidenceFile({
  onAdd,
}: {
  readonly onAdd: (entry: Schemas['FindingEvidenceEntry']) => void;
}) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (file: File) => {
      if (file.size > MOST_BYTES) throw new ProblemError(413, 'too_large', t('evidence.fileTooLarge'));
      return answer(
        api.POST('/api/v1/clips/{id}/files', {
          params: { path: { id: clip.id } },
          body: { file: '' },
          bodySerializer: () => {
            const form = new FormData();
            form.set('file', file);
            return form;
          },
        }),
      );
    },
    onSuccess: async ({ id }) => {
      onAdd({ kind: 'file', ref: id });
      await queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
    },
  });
  return (
    <Stack gap={4} style={{ flex: 1, minInlineSize: 180 }}>
      <FileButton onChange={(file) => file !== null && send.mutate(file)}>
        {(props) => (
          <Button variant="default" loading={send.isPending} {...props}>
            {t('evidence.chooseFile')}
          </Button>
        )}
      </FileButton>
      <Text size="xs" c="dimmed">
        {t('evidence.fileKept')}
      </Text>
      {send.error !== null && <ProblemAlert error={send.error} />}
    </Stack>
  );
}
