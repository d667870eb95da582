import { Badge, Group, Text, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Match } from './domain/segment-map';

const colors: Record<Match['state'], MantineColor> = {
  suggested: 'blue',
  confirmed: 'teal',
  rejected: 'gray',
};

export function MatchStateBadge({ state }: { readonly state: Match['state'] }) {
  const { t } = useTranslation('compare');
  return (
    <Badge
      color={colors[state]}
      variant="light"
      tt="none"
      style={{ color: 'var(--mantine-color-text)' }}
      data-state={state}
    >
      {t(`state.${state}` as never)}
    </Badge>
  );
}

/** What the search says of a match, in one line. */
export function MatchFacts({ match }: { readonly match: Match }) {
  const { t } = useTranslation('compare');
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return (
    <Group gap="xs">
      <MatchStateBadge state={match.state} />
      <Text size="sm" fw={600}>
        {t(`kind.${match.kind}` as never)}
      </Text>
      {match.mirrored && <Text size="sm">{t('isMirrored')}</Text>}
      {match.speed !== 1 && (
        <Text size="sm">
          {match.speed > 1
            ? t('faster', { factor: match.speed.toFixed(2) })
            : t('slower', { factor: match.speed.toFixed(2) })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('coverage', { here: percent(match.coverage), there: percent(match.otherCoverage) })}
      </Text>
    </Group>
  );
}
