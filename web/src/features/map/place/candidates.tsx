import { Alert, Button, Group, Loader, Stack, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { MarkSign } from '../canvas/mark-sign';
import type { Point } from '../canvas/map-content';
import { coordinates, metres } from './coordinates';

interface Props {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly answer: Omit<Schemas['GazetteerAnswer'], 'nextCursor'> | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
  readonly onRetry: () => void;
  readonly claimed: { readonly point: Point; readonly radiusM: number | null } | null;
  readonly onTake: (point: Point) => void;
}

/** Places that bear the claimed name, and whether one lies where the claim says. */
export function Candidates(props: Props) {
  const { name, onName, answer, error, isLoading, onRetry, claimed, onTake } = props;
  const { t } = useTranslation('map');
  return (
    <Stack gap="xs">
      <TextInput
        label={t('candidates.name')}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
        maxLength={200}
        dir="auto"
        rightSection={isLoading ? <Loader size="xs" aria-label={t('loading')} /> : null}
      />
      {error !== null && error !== undefined && <ProblemAlert error={error} onRetry={onRetry} />}
      {answer !== undefined && !answer.ready && (
        <Alert color="yellow">
          {t('candidates.notReady', { percent: Math.round(answer.progress * 100) })}
        </Alert>
      )}
      {answer !== undefined && answer.items.length === 0 && <Text size="sm">{t('candidates.none')}</Text>}
      {answer !== undefined && answer.items.length > 0 && (
        <>
          <Table.ScrollContainer minWidth={340}>
            <Table>
              <Table.Tbody>
                {answer.items.map((place) => (
                  <Table.Tr key={place.id}>
                    <Table.Td>
                      <Group gap={4} wrap="nowrap">
                        <MarkSign shape="circle" tone="candidate" />
                        <div>
                          <bdi>{place.name}</bdi>
                          {place.matchedName !== place.name && (
                            <>
                              {' '}
                              (<bdi>{place.matchedName}</bdi>)
                            </>
                          )}
                          <Text size="xs">
                            <bdi>{place.region?.name ?? place.region?.seat ?? ''}</bdi>{' '}
                            <bdi>{place.country?.name ?? ''}</bdi> <span dir="ltr">{coordinates(place)}</span>
                          </Text>
                        </div>
                      </Group>
                    </Table.Td>
                    <Table.Td>
                      {place.distanceM !== null && claimed !== null && (
                        <Text size="sm">
                          {t(
                            place.distanceM <= (claimed.radiusM ?? 0)
                              ? 'candidates.within'
                              : 'candidates.away',
                            { distance: metres(place.distanceM) },
                          )}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => onTake({ lat: place.lat, lon: place.lon })}
                        aria-label={t('candidates.takeNamed', { name: place.name })}
                      >
                        {t('candidates.take')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Text size="xs">
            <bdi>{answer.attribution}</bdi>
          </Text>
        </>
      )}
    </Stack>
  );
}
