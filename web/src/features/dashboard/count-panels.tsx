import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountRows } from './count-rows';
import type { Figures } from './dashboard-query';
import { Panel } from './panel';

const groups = ['processing', 'work', 'verification'] as const;

/** What calls for somebody stands out; the rest is one calm colour. */
const colors: Readonly<Record<string, string>> = {
  failed: 'red',
  partial: 'yellow',
  needs_help: 'orange',
  disputed: 'orange',
};

/** How many clips stand where, by machine, by people and by verdict. */
export function CountPanels({ figures, caseId }: { figures: Figures; caseId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const { t: ui } = useTranslation('ui');
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      {groups.map((group) => (
        <Panel key={group} title={t(`counts.${group}` as never)}>
          <CountRows
            rows={Object.entries(figures.counts[group]).map(([state, count]) => ({
              key: state,
              label: ui(`${group}.${state}` as never),
              count,
              color: colors[state] ?? 'blue',
              search: { [group]: state, ...(caseId === undefined ? {} : { case: caseId }) },
            }))}
          />
        </Panel>
      ))}
    </SimpleGrid>
  );
}
