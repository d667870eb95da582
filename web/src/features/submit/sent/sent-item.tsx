import { Anchor, Badge, Box, Button, Collapse, Group, Paper, Progress, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRole } from '@/api/queries';
import { ProcessingBadge } from '@/ui/badges';
import { ProblemAlert } from '@/ui/problem-alert';
import type { CaseChoice } from '../rows/case-choice';
import type { SentClip } from '../store/kept';
import { DuplicateNote } from './duplicate-note';
import { FailureNote } from './failure-note';
import { KnownMatches } from './known-matches';
import { PartList } from './part-list';
import { isEnded, useClipStatus } from './use-clip-status';

interface Props {
  readonly clip: SentClip;
  readonly cases: readonly CaseChoice[];
}

/** One clip that the desk has taken: what was known of it, how far it is, what went wrong and what to do. */
export function SentItem({ clip, cases }: Props) {
  const { t } = useTranslation('submit');
  const { t: ui } = useTranslation('ui');
  const { data: status, error, refetch } = useClipStatus(clip.clipId);
  const role = useRole(clip.caseId);
  const [isOpen, { toggle }] = useDisclosure(false);
  const isReviewer = role === 'reviewer' || role === 'lead';
  const state = status?.processing.state;
  const percent = Math.round((status?.processing.progress ?? 0) * 100);
  const caseTitle = cases.find(({ id }) => id === clip.caseId)?.title;
  return (
    <Paper
      component="li"
      withBorder
      radius={0}
      p="xs"
      style={{ marginBlockStart: -1 }}
      data-clip={clip.clipId}
    >
      <Group gap="xs" align="center">
        <Box style={{ flex: '1 1 240px', minWidth: 0 }}>
          <Anchor
            component={Link}
            to={`/clips/${clip.clipId}` as never}
            size="sm"
            display="block"
            truncate
            title={clip.label}
          >
            <bdi>{clip.label}</bdi>
          </Anchor>
          {caseTitle !== undefined && (
            <Text size="xs" c="dimmed" truncate>
              <bdi>{caseTitle}</bdi>
            </Text>
          )}
        </Box>
        {clip.outcome === 'duplicate' && (
          <Badge
            variant="light"
            color="yellow"
            tt="none"
            styles={{ label: { color: 'var(--mantine-color-text)' } }}
          >
            {t('sent.duplicate')}
          </Badge>
        )}
        {state !== undefined && <ProcessingBadge state={state} />}
        <Progress
          value={percent}
          w={90}
          color={state === 'failed' ? 'red' : state === 'partial' ? 'yellow' : 'blue'}
          aria-label={t('sent.progress', { percent })}
        />
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={isOpen}
          onClick={toggle}
          disabled={status === undefined}
        >
          {isOpen ? ui('close') : t('sent.parts')}
        </Button>
      </Group>
      {clip.outcome === 'duplicate' && <DuplicateNote clip={clip} />}
      {error !== null && status === undefined && (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      )}
      {status !== undefined && <FailureNote status={status} mayRetry={isReviewer} />}
      {isReviewer && isEnded(status) && state !== 'cancelled' && <KnownMatches clipId={clip.clipId} />}
      <Collapse expanded={isOpen} keepMounted={false}>
        {status !== undefined && <PartList parts={status.processing.parts} />}
      </Collapse>
    </Paper>
  );
}
