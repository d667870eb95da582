import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EyeOff, Scale } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { useMe, useRole } from '@/api/queries';
import { useKeys } from '@/keys/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';
import { JudgementForm } from './judgement-form';
import { JudgementsBeside } from './judgements-beside';
import { assessmentsQuery, rulingsQuery } from './queries';
import { barToAssess, barToRule, type Standing } from './standing';
import { draftKey, hasDraft } from './use-draft';
import type { Records } from './use-records';

interface Props {
  readonly claim: Schemas['Claim'];
  readonly records: Records;
}
type Kind = 'assessment' | 'ruling';

/** What people have said of a claim, as far as one may see it yet, and one's own word. */
export function Judged({ claim, records }: Props) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const { data: me } = useMe();
  const role = useRole(clip.caseId);
  const assessments = useQuery(assessmentsQuery(clip.id, claim.id));
  const rulings = useQuery(rulingsQuery(clip.id, claim.id));
  const error = assessments.error ?? rulings.error;
  if (error !== null)
    return (
      <ProblemAlert
        error={error}
        onRetry={() => void Promise.all([assessments.refetch(), rulings.refetch()])}
      />
    );
  if (assessments.data === undefined || rulings.data === undefined || me === undefined)
    return <Skeleton h={120} />;
  const standing: Standing = {
    userId: me.userId,
    role,
    submitterIds: clip.submissions.flatMap(({ submittedBy }) => (submittedBy === null ? [] : [submittedBy])),
    isClosed: clip.work === 'closed',
    verdict: claim.verdict,
    assessments: assessments.data.items,
    rulings: rulings.data.items,
  };
  return (
    <Stack gap="sm">
      <Title order={4} size="h6">
        {t('judged.title')}
      </Title>
      {assessments.data.withheld && (
        <Alert color="gray" icon={<EyeOff aria-hidden />} title={t('blind.title')}>
          {t(role === 'lead' ? 'blind.lead' : 'blind.what')}
        </Alert>
      )}
      {claim.verdict === 'contested' && (
        <Alert color="orange" icon={<Scale aria-hidden />} title={t('contested.title')}>
          {t('contested.what')}
        </Alert>
      )}
      <JudgementsBeside assessments={assessments.data.items} rulings={rulings.data.items} records={records} />
      <OwnWord claim={claim} records={records} standing={standing} />
    </Stack>
  );
}

/** The way to one's own assessment or ruling, or why there is none. */
function OwnWord({ claim, records, standing }: Props & { readonly standing: Standing }) {
  const { t } = useTranslation('assess');
  const { userId, assessments, rulings } = standing;
  const keyOf = (kind: Kind) => draftKey(userId, claim.id, kind);
  const [isAsked, setIsAsked] = useState(false);
  const [recorded, setRecorded] = useState<Kind | null>(null);
  const [writing, setWriting] = useState<Kind | null>(() =>
    hasDraft(keyOf('ruling')) ? 'ruling' : hasDraft(keyOf('assessment')) ? 'assessment' : null,
  );
  const bars = { assessment: barToAssess(standing), ruling: barToRule(standing) };
  const mayRule = bars.ruling === null;
  const write = (kind: Kind) => {
    setIsAsked(true);
    setRecorded(null);
    setWriting(kind);
  };
  const before = assessments.some(({ madeBy }) => madeBy === userId);
  useKeys(
    t('keys.judging'),
    writing === null && bars.assessment === null
      ? [{ keys: 'a', label: t('keys.assess'), run: () => write(mayRule ? 'ruling' : 'assessment') }]
      : [],
  );
  if (writing !== null && bars[writing] === null)
    return (
      <JudgementForm
        key={writing}
        claim={claim}
        kind={writing}
        records={records}
        draftKey={keyOf(writing)}
        supersedes={before && writing === 'assessment'}
        covered={assessments.filter(({ current }) => current).length}
        isAsked={isAsked}
        onClose={() => setWriting(null)}
        onDone={() => {
          setRecorded(writing);
          setWriting(null);
          document.getElementById(`claim-head-${claim.id}`)?.focus();
        }}
      />
    );
  const why = bars.assessment;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {recorded !== null && t(`form.recorded.${recorded}` as never)}
      </Text>
      {why !== null && <Text size="sm">{t(`bar.${why}` as never)}</Text>}
      {claim.verdict === 'contested' && bars.ruling !== null && why === null && (
        <Text size="sm">{t(`bar.${bars.ruling}` as never)}</Text>
      )}
      <Group gap="xs">
        {mayRule && <Button onClick={() => write('ruling')}>{t('form.openRuling')}</Button>}
        {why === null && (
          <Button variant={before || mayRule ? 'default' : 'filled'} onClick={() => write('assessment')}>
            {before ? t('form.openAgain') : t('form.open')}
          </Button>
        )}
      </Group>
      {mayRule && rulings.length === 0 && <Text size="sm">{t('form.ruleOrAssess')}</Text>}
    </Stack>
  );
}
