import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { useMe, useNames, useRole } from '@/api/queries';
import type { SensitiveRange } from '@/safety/sensitive-ranges';
import { clockOfMs } from '@/ui/time';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace, type Clip } from '@/workspace/workspace';
import { Dialog } from './dialog';
import { WarningForm } from './warning-form';

interface Props {
  readonly clip: Clip;
  readonly ranges: readonly SensitiveRange[];
  readonly onClose: () => void;
}

/** The warning over the whole clip and the passages that are warned of by themselves. */
export function WarningsDialog({ clip, ranges, onClose }: Props) {
  const { t } = useTranslation('clip');
  const { seek } = useWorkspace();
  const names = useNames(clip.caseId);
  const me = useMe().data?.userId;
  const role = useRole(clip.caseId);
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/api/v1/sensitive-ranges/{id}', { params: { path: { id } } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.clip(clip.id) }),
  });
  return (
    <Dialog title={t('warnings.title')} onClose={onClose} size="lg">
      <Stack>
        <Text>
          {clip.advanceWarning === null ? t('warnings.noWarning') : <bdi>{clip.advanceWarning}</bdi>}
        </Text>
        {ranges.length > 0 && (
          <Table>
            <Table.Tbody>
              {ranges.map((range) => (
                <Table.Tr key={range.id}>
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      dir="ltr"
                      onClick={() => {
                        seek(range.startMs);
                        onClose();
                      }}
                    >
                      {clockOfMs(range.startMs)} – {clockOfMs(range.endMs)}
                    </Button>
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <bdi>{range.warning}</bdi>
                    <Text size="xs" c="dimmed">
                      <bdi>{names.get(range.addedBy) ?? t('somebody')}</bdi>
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {(range.addedBy === me || role === 'lead') && clip.work !== 'closed' && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        loading={remove.isPending && remove.variables === range.id}
                        onClick={() => remove.mutate(range.id)}
                      >
                        {t('warnings.remove')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {remove.error !== null && <ProblemAlert error={remove.error} />}
        {clip.work === 'closed' ? <Text size="sm">{t('closedHint')}</Text> : <WarningForm clip={clip} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('warnings.done')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
