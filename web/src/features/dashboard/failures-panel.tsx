import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figures } from './dashboard-query';
import { FailureRow } from './failure-row';
import { Panel } from './panel';

/** What failed, by reason: what that means, what to do, and driving it again where that can help. */
export function FailuresPanel({ figures, caseId }: { figures: Figures; caseId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const all = figures.failures.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title={t('failures.title')} aside={<Text size="sm">{t('failures.clips', { count: all })}</Text>}>
      {figures.failures.length === 0 ? (
        <Text size="sm">{t('failures.none')}</Text>
      ) : (
        <Stack gap="sm">
          {figures.failures.map(({ code, count }) => (
            <FailureRow key={`${caseId} ${code}`} code={code} count={count} caseId={caseId} />
          ))}
        </Stack>
      )}
    </Panel>
  );
}
