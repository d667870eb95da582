import { Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { agoOf } from '@/ui/time';
import type { Figures } from './dashboard-query';
import classes from './dashboard.module.css';
import { numberText } from './number-text';

interface Tile {
  readonly key: string;
  readonly value: string;
  readonly to?: '/clips' | '/inbox';
  readonly search?: Readonly<Record<string, string>>;
}

/** The few figures that say whether the desk keeps up. */
export function Headline({ figures, caseId }: { figures: Figures; caseId: string | undefined }) {
  const { t, i18n } = useTranslation('dashboard');
  const number = (value: number) => numberText(value, i18n.language);
  const inCase = caseId === undefined ? {} : { case: caseId };
  const waiting = figures.ageing.reduce((sum, { count }) => sum + count, 0);
  const oldest = figures.oldestWaiting[0]?.since;
  const tiles: readonly Tile[] = [
    { key: 'total', value: number(figures.counts.total), to: '/clips', search: inCase },
    { key: 'waiting', value: number(waiting), to: '/inbox', search: inCase },
    { key: 'oldest', value: oldest === undefined ? t('nothingWaits') : agoOf(oldest, i18n.language) },
    {
      key: 'attention',
      value: number(figures.needsAttention),
      to: '/clips',
      search: { ...inCase, needsAttention: 'true' },
    },
    {
      key: 'needsHelp',
      value: number(figures.counts.work['needs_help'] ?? 0),
      to: '/clips',
      search: { ...inCase, work: 'needs_help' },
    },
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
      {tiles.map((tile) => (
        <Figure key={tile.key} tile={tile} />
      ))}
    </SimpleGrid>
  );
}

function Figure({ tile: { key, value, to, search } }: { readonly tile: Tile }) {
  const { t } = useTranslation('dashboard');
  const inside = (
    <>
      <Text size="sm">{t(`headline.${key}` as never)}</Text>
      <span className={classes['figure']} data-words={/\D{4}/.test(value)}>
        {value}
      </span>
    </>
  );
  if (to === undefined)
    return (
      <Paper withBorder p="sm" className={classes['tile'] ?? ''}>
        {inside}
      </Paper>
    );
  return (
    <Paper
      withBorder
      p="sm"
      className={classes['tile'] ?? ''}
      renderRoot={(props) => <Link {...props} to={to} search={search ?? {}} />}
    >
      {inside}
    </Paper>
  );
}
