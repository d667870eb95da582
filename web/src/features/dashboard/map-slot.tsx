import { Anchor, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/queries';
import { Panel } from './panel';

// Five times the code of the rest of the dashboard.
const CaseMap = lazy(async () => ({ default: (await import('@/features/map')).CaseMap }));

/** The map of the chosen case, or of the only one. Only reviewers and leads may see places. */
export function MapSlot({ caseId }: { readonly caseId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const cases = useMe().data?.cases.filter(({ role }) => role !== 'submitter') ?? [];
  const shown = caseId ?? (cases.length === 1 ? cases[0]?.caseId : undefined);
  if (shown === undefined || !cases.some((mine) => mine.caseId === shown)) return null;
  return (
    <Panel
      title={t('map.title')}
      aside={
        <Anchor renderRoot={(props) => <Link {...props} to="/map" search={{ case: shown }} />}>
          {t('map.all')}
        </Anchor>
      }
    >
      <Suspense fallback={<Loader size="sm" aria-label={t('loading')} />}>
        <CaseMap key={shown} caseId={shown} />
      </Suspense>
    </Panel>
  );
}
