import { Badge, Button, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRole } from '@/api/queries';
import { clockOfMs } from '@/ui/time';
import type { Clip } from '@/workspace/workspace';
import { useSteer } from '../header/use-steer';
import { adviceOf } from './advice';

type Part = Clip['processing']['parts'][number];

/** Every part of processing with what happened: how long it took, what was odd, what went wrong and what to do. */
export function ProcessingParts({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('clip');
  const { state, progress, parts } = clip.processing;
  const role = useRole(clip.caseId);
  const steer = useSteer(clip.id);
  const isAtWork = state === 'queued' || state === 'running';
  const hasFailed = state === 'cancelled' || parts.some((part) => part.state === 'failed');
  return (
    <Stack gap="sm">
      <Text>{t(`processing.states.${state}` as never)}</Text>
      {isAtWork && <Progress value={progress * 100} aria-label={t('processing.progress')} />}
      <Table layout="fixed">
        <Table.Tbody>
          {parts.map((part) => (
            <Table.Tr key={part.part}>
              <Table.Th w={130} scope="row">
                {t(`processing.parts.${part.part}` as never)}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <PartState part={part} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {(role === 'reviewer' || role === 'lead') && (
        <Group justify="flex-end">
          {isAtWork && (
            <Button variant="default" loading={steer.isPending} onClick={() => steer.mutate('cancel')}>
              {t('menu.cancel')}
            </Button>
          )}
          {!isAtWork && hasFailed && (
            <Button loading={steer.isPending} onClick={() => steer.mutate('retry')}>
              {t('menu.retry')}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

function PartState({ part }: { readonly part: Part }) {
  const { t } = useTranslation('clip');
  const { state, attempts, startedAt, finishedAt, outcome, warnings, error, progress } = part;
  const took =
    startedAt === null || finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt);
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Badge variant="light" tt="none" color={colors[state]} c="var(--mantine-color-text)">
          {t(`processing.partStates.${state}` as never)}
        </Badge>
        {state === 'running' && progress !== undefined && (
          <Text size="sm" dir="ltr">
            {Math.round(progress * 100)} %
          </Text>
        )}
        {took !== null && (
          <Text size="sm" c="dimmed" dir="ltr">
            {clockOfMs(Math.max(0, took))}
          </Text>
        )}
        {attempts > 1 && (
          <Text size="sm" c="dimmed">
            {t('processing.attempts', { count: attempts })}
          </Text>
        )}
        {outcome !== null && (
          <Text size="sm">
            <bdi>{outcome.replaceAll('_', ' ')}</bdi>
          </Text>
        )}
      </Group>
      {error !== null && (
        <Text size="sm">
          <bdi>{error.message}</bdi> <code dir="ltr">{error.code}</code>
          <br />
          {t(`processing.advice.${adviceOf(error)}` as never)}
        </Text>
      )}
      {warnings.map((warning) => (
        <Text size="sm" key={warning}>
          {t('processing.warning')} <bdi>{warning}</bdi>
        </Text>
      ))}
    </Stack>
  );
}

const colors = {
  waiting: 'gray',
  running: 'blue',
  complete: 'teal',
  failed: 'red',
  skipped: 'gray',
} as const;
