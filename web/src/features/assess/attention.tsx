import { Alert, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { useWorkspace } from '@/workspace/workspace';
import { newsAgainst } from './evidence-sides';
import { assessmentsQuery, rulingsQuery } from './queries';
import type { Records } from './use-records';

interface Props {
  readonly claim: Schemas['Claim'];
  readonly records: Records;
}

/** A concluded claim, and something new that speaks against the conclusion: what it is, and what to do. */
export function Attention({ claim, records }: Props) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const assessments = useQuery(assessmentsQuery(clip.id, claim.id));
  const rulings = useQuery(rulingsQuery(clip.id, claim.id));
  const said = [...(assessments.data?.items ?? []), ...(rulings.data?.items ?? [])];
  const concludedAt = said
    .map(({ createdAt }) => createdAt)
    .toSorted()
    .at(-1);
  const argued = records.findings.filter(({ claimId }) => claimId === claim.id);
  const news = newsAgainst(claim.verdict, concludedAt, argued);
  return (
    <Alert color="orange" icon={<TriangleAlert aria-hidden />} title={t('attention.title')}>
      <Text size="sm">{t('attention.why')}</Text>
      <List size="sm">
        {news.map(({ id, stance, summary }) => (
          <List.Item key={id}>
            <span>{t(`stance.${stance}` as never)}: </span>
            <bdi className="sl-words">{summary}</bdi>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
