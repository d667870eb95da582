import { Alert, List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import type { Schemas } from '@/api/problem';
import { useWorkspace } from '@/workspace/workspace';

/** What speaks against a claim about time, with the name of the rule that found it. */
export function Contradictions({ findings }: { readonly findings: readonly Schemas['Finding'][] }) {
  const { t } = useTranslation('clip');
  const { clip } = useWorkspace();
  const rules = useQuery({
    queryKey: ['rules'],
    queryFn: () => answer(api.GET('/api/v1/rules')),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.items;
  const claims = new Set(clip.claims.filter(({ type }) => type === 'time').map(({ id }) => id));
  const against = findings.filter(
    ({ claimId, stance, withdrawn }) =>
      withdrawn === null && stance === 'contradicts' && claimId !== null && claims.has(claimId),
  );
  if (against.length === 0) return null;
  return (
    <Alert color="orange" icon={<TriangleAlert aria-hidden />} title={t('times.contradictions')}>
      <List size="sm">
        {against.map(({ id, rule, check, summary }) => (
          <List.Item key={id}>
            <b>
              <bdi>{rules?.find((one) => one.id === rule)?.title ?? rule ?? check}</bdi>
            </b>
            : <bdi>{summary}</bdi>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
