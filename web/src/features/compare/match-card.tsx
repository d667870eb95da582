import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Columns2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clipQuery } from '@/api/queries';
import type { Schemas } from '@/api/problem';
import { useWorkspace } from '@/workspace/workspace';
import type { Match } from './domain/segment-map';
import { MatchFacts } from './match-facts';
import { nameOfClip } from './name-of-clip';
import { measuresQuery } from './queries';
import { SegmentMarks } from './segment-marks';
import { SegmentWords } from './segment-list';

const MOST_SHOWN = 3;

interface Props {
  readonly match: Match;
  /** What the cluster tells of the other clip; matches by sound alone and rejected ones are in none. */
  readonly other: Schemas['ClusterMember'] | undefined;
}

/** One match of the clip whose page this is. */
export function MatchCard({ match, other }: Props) {
  const { t } = useTranslation('compare');
  const { clip, evidence, addEvidence, seek } = useWorkspace();
  const asked = useQuery({ ...clipQuery(match.clipId), enabled: other === undefined });
  const { data: here } = useQuery(measuresQuery(clip.id));
  const named = other ?? asked.data;
  const name = named === undefined ? match.clipId.slice(-12) : nameOfClip(named);
  const isGathered = evidence.some(({ kind, ref }) => kind === 'match' && ref === match.id);
  const ends = (pick: 'endMs' | 'otherEndMs') => Math.max(0, ...match.segments.map((one) => one[pick]));
  const rest = match.segments.length - MOST_SHOWN;
  return (
    <Paper withBorder p="sm" component="article" aria-label={name}>
      <Stack gap="xs">
        <Anchor
          component={Link}
          to={`/clips/${match.clipId}`}
          fw={600}
          style={{ overflowWrap: 'anywhere' }}
          lineClamp={2}
        >
          <bdi>{name}</bdi>
        </Anchor>
        <MatchFacts match={match} />
        {match.segments.length > 0 && (
          <Stack gap={4}>
            <Text size="xs">{t('side.this')}</Text>
            <SegmentMarks
              segments={match.segments}
              side="this"
              lengthMs={here?.durationMs ?? ends('endMs')}
              current={null}
            />
            <Text size="xs">{t('side.other')}</Text>
            <SegmentMarks
              segments={match.segments}
              side="other"
              lengthMs={other?.durationMs ?? ends('otherEndMs')}
              current={null}
            />
            {match.segments.slice(0, MOST_SHOWN).map((segment, index) => (
              <Button
                key={index}
                variant="subtle"
                size="compact-sm"
                justify="flex-start"
                h="auto"
                mih={24}
                c="var(--mantine-color-text)"
                styles={{ label: { whiteSpace: 'normal' } }}
                onClick={() => seek(segment.startMs)}
              >
                <SegmentWords segment={segment} />
              </Button>
            ))}
            {rest > 0 && <Text size="sm">{t('matches.segmentsMore', { count: rest })}</Text>}
          </Stack>
        )}
        <Group gap="xs">
          <Button
            component={Link}
            to={`/clips/${clip.id}/compare/${match.id}`}
            size="compact-sm"
            leftSection={<Columns2 size={14} aria-hidden />}
            aria-label={t('matches.compareWith', { name })}
          >
            {t('matches.compare')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={isGathered}
            onClick={() => addEvidence({ kind: 'match', ref: match.id })}
          >
            {isGathered ? t('matches.gathered') : t('matches.asEvidence')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
