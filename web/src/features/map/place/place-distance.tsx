import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/problem-alert';
import type { Point } from '../canvas/map-content';
import { metres } from './coordinates';
import { asText, distanceQuery } from './place-queries';

interface Props {
  readonly claimed: Point;
  readonly radiusM: number | null;
  readonly found: Point;
}

/** How far what was found lies from what was claimed, by the desk. */
export function PlaceDistance({ claimed, radiusM, found }: Props) {
  const { t } = useTranslation('map');
  const { data, error, isPending, refetch } = useQuery(distanceQuery(asText(claimed), asText(found)));
  if (isPending) return <Loader size="xs" aria-label={t('loading')} />;
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  const bearing = data.bearingDeg === null ? '' : t('distance.bearing', { deg: Math.round(data.bearingDeg) });
  return (
    <>
      <Text size="sm" role="status">
        {t('distance.is', { distance: metres(data.distanceM) })} {bearing}
        {radiusM !== null && (
          <>
            {' '}
            ·{' '}
            {t(data.distanceM <= radiusM ? 'distance.within' : 'distance.beyond', {
              radius: metres(radiusM),
            })}
          </>
        )}
      </Text>
      {data.caveats.map((caveat) => (
        <Text size="xs" key={caveat}>
          <bdi>{caveat}</bdi>
        </Text>
      ))}
    </>
  );
}
