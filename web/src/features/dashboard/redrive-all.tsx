import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/problem-alert';
import type { FailureCode } from './failure-kinds';
import { useRedrive } from './use-redrive';

interface Props {
  readonly code: FailureCode;
  readonly count: number;
  readonly caseId: string | undefined;
}

/** Starts all clips of a failure again, shows how far it is and can be stopped. */
export function RedriveAll({ code, count, caseId }: Props) {
  const { t } = useTranslation('dashboard');
  const { state, start, stop } = useRedrive(code, caseId);
  // The figure falls while it works: the progress is measured by what it was.
  const [total, setTotal] = useState(count);
  const begin = () => {
    setTotal(count);
    void start();
  };
  if (state === null)
    return (
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<RotateCw size={14} aria-hidden />}
        onClick={begin}
      >
        {t('redrive.all', { count })}
      </Button>
    );
  const { done, settled, refused, error } = state.progress;
  const tried = done + settled + refused;
  return (
    <Stack gap={4} miw={220}>
      {state.isRunning && (
        <Group gap="xs" wrap="nowrap">
          <Progress flex={1} value={(tried / Math.max(total, 1)) * 100} aria-label={t('redrive.progress')} />
          <Button size="compact-sm" variant="default" onClick={stop}>
            {t('redrive.stop')}
          </Button>
        </Group>
      )}
      <Text size="sm" role="status">
        {t('redrive.done', { count: done, total })}
        {settled > 0 && ` ${t('redrive.settled', { count: settled })}`}
        {refused > 0 && ` ${t('redrive.refused', { count: refused })}`}
      </Text>
      {error !== null && <ProblemAlert error={error} onRetry={begin} />}
    </Stack>
  );
}
