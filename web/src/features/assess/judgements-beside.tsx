import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { useMe, useNames } from '@/api/queries';
import { VerdictBadge } from '@/ui/badges';
import { Moment } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { ChecklistTold } from './checklist-told';
import { differencesOf, type Differences } from './differences';
import { EvidenceList } from './evidence-list';
import type { Records } from './use-records';

interface Props {
  readonly assessments: readonly Schemas['Assessment'][];
  readonly rulings: readonly Schemas['Ruling'][];
  readonly records: Records;
}

const none: Differences = { verdict: false, credibility: false, evidence: new Set() };

/** All assessments that may be seen, beside one another with their differences marked; then the rulings. */
export function JudgementsBeside({ assessments, rulings, records }: Props) {
  const { t } = useTranslation('assess');
  const current = assessments.filter((each) => each.current);
  const former = assessments.filter((each) => !each.current);
  const differences = differencesOf(current);
  return (
    <Stack gap="sm">
      {current.length > 0 && (
        <div className="sl-beside">
          {current.map((each) => (
            <Judgement key={each.id} judgement={each} differences={differences} records={records} />
          ))}
        </div>
      )}
      {rulings.map((ruling) => (
        <div key={ruling.id}>
          <Judgement judgement={ruling} differences={none} records={records} isRuling />
          <Text size="sm" c="dimmed">
            {t('ruling.covers', {
              count: assessments.filter(({ createdAt }) => createdAt <= ruling.createdAt).length,
            })}
          </Text>
        </div>
      ))}
      {former.length > 0 && (
        <details>
          <Text component="summary" size="sm" c="dimmed" style={{ minBlockSize: 24, cursor: 'pointer' }}>
            {t('judged.former', { count: former.length })}
          </Text>
          <div className="sl-beside">
            {former.map((each) => (
              <Judgement key={each.id} judgement={each} differences={none} records={records} />
            ))}
          </div>
        </details>
      )}
    </Stack>
  );
}

interface JudgementProps {
  readonly judgement: Schemas['Ruling'];
  readonly differences: Differences;
  readonly records: Records;
  readonly isRuling?: boolean;
}

function Judgement({ judgement, differences, records, isRuling = false }: JudgementProps) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const { data: me } = useMe();
  const names = useNames(clip.caseId);
  const name = names.get(judgement.madeBy) ?? t('somebody');
  return (
    <Paper
      component="article"
      withBorder
      p="xs"
      aria-label={t(isRuling ? 'ruling.by' : 'judged.by', { name })}
    >
      <Stack gap={6}>
        <Group gap="xs">
          <Title order={5} size="sm">
            {isRuling && <>{t('ruling.word')}: </>}
            <bdi>{name}</bdi>
            {judgement.madeBy === me?.userId && ` (${t('you')})`}
          </Title>
          <VerdictBadge verdict={judgement.verdict} />
          {differences.verdict && <Differs />}
        </Group>
        <Text size="sm">
          {t('credibility.told', {
            digit: judgement.credibility,
            words: t(`credibility.${judgement.credibility}` as never),
          })}{' '}
          {differences.credibility && <Differs />}
        </Text>
        <Text size="sm" className="sl-words">
          <bdi>{judgement.rationale}</bdi>
        </Text>
        <EvidenceList
          evidence={judgement.evidence}
          records={records}
          label={t('finding.restsOn')}
          marked={differences.evidence}
        />
        <ChecklistTold checklist={judgement.checklist} />
        <Text size="xs" c="dimmed">
          <Moment at={judgement.createdAt} />
        </Text>
      </Stack>
    </Paper>
  );
}

function Differs() {
  const { t } = useTranslation('assess');
  return (
    <Badge size="sm" variant="outline" color="orange" c="var(--mantine-color-text)" tt="none">
      {t('judged.differs')}
    </Badge>
  );
}
