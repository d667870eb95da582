import { Alert, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Clip } from '@/workspace/workspace';
import { adviceOf } from './advice';

const colors = {
  queued: 'gray',
  running: 'blue',
  partial: 'yellow',
  failed: 'red',
  cancelled: 'gray',
} as const;

/** A clip that is not complete says so over everything else: what is missing, why, and what to do. */
export function ProcessingNotice({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('clip');
  const { state, progress, parts, error } = clip.processing;
  if (state === 'complete') return null;
  const fault = error ?? parts.find((part) => part.error !== null)?.error ?? null;
  return (
    <Alert color={colors[state]} py={6} mb="sm" role="status">
      <Text size="sm">{t(`processing.states.${state}` as never)}</Text>
      {fault !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <bdi>{fault.message}</bdi> {t(`processing.advice.${adviceOf(fault)}` as never)}
        </Text>
      )}
      {state === 'running' && (
        <Progress mt={4} value={progress * 100} aria-label={t('processing.progress')} />
      )}
    </Alert>
  );
}
