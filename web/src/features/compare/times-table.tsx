import { Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/time';
import type { Film } from './domain/film';
import type { Side } from './domain/segment-map';
import { timeKinds, timesOfClip, type KnownTime } from './domain/times-of-clip';
import { clusterQuery } from './queries';

const both = ['this', 'other'] as const;

/** The times of both clips beside each other, each with where it comes from. */
export function TimesTable({ sides }: { readonly sides: Readonly<Record<Side, Film>> }) {
  const { t } = useTranslation('compare');
  const cluster = useQuery(clusterQuery(sides.this.clip.id));
  const times = { this: timesOfClip(sides.this.clip), other: timesOfClip(sides.other.clip) };
  const knownOf = (side: Side) => cluster.data?.items.find(({ clipId }) => clipId === sides[side].clip.id);
  const [known, otherKnown] = [knownOf('this'), knownOf('other')];
  const earlier: Side | null =
    known === undefined || otherKnown === undefined || known.firstKnownAt === otherKnown.firstKnownAt
      ? null
      : known.firstKnownAt < otherKnown.firstKnownAt
        ? 'this'
        : 'other';
  return (
    <Stack gap={4} component="section">
      <Title order={2} size="h5" id="times">
        {t('times')}
      </Title>
      <Table.ScrollContainer minWidth={420} type="native">
        <Table aria-labelledby="times" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {both.map((side) => (
                <Table.Th key={side} scope="col">
                  {t(`side.${side}` as never)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {timeKinds.map((kind) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row" fw={400}>
                  {t(`time.${kind}` as never)}
                </Table.Th>
                {both.map((side) => (
                  <Table.Td key={side}>
                    <Times times={times[side][kind]} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row">{t('time.firstKnown')}</Table.Th>
              {both.map((side) => {
                const one = side === 'this' ? known : otherKnown;
                return (
                  <Table.Td key={side}>
                    {one === undefined ? (
                      <Nothing />
                    ) : (
                      <>
                        <Moment at={one.firstKnownAt} />{' '}
                        <Text span size="sm" c="dimmed">
                          {t(`knownBy.${one.firstKnownBy}` as never)}
                        </Text>{' '}
                        {earlier === side && (
                          <Badge tt="none" color="gray" variant="light" c="var(--mantine-color-text)">
                            {t('earlier')}
                          </Badge>
                        )}
                      </>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t('firstKnownNote')}
      </Text>
    </Stack>
  );
}

function Times({ times }: { readonly times: readonly KnownTime[] }) {
  if (times.length === 0) return <Nothing />;
  return times.map(({ at, until }, index) => (
    <div key={index}>
      <Moment at={at} />
      {until !== null && (
        <>
          {' – '}
          <Moment at={until} />
        </>
      )}
    </div>
  ));
}

function Nothing() {
  const { t } = useTranslation('compare');
  return (
    <Text span c="dimmed" size="sm">
      {t('notKnown')}
    </Text>
  );
}
