import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { useNames, useRole } from '@/api/queries';
import { useWorkspace } from '@/workspace/workspace';
import { Argued } from './argued';
import { Attention } from './attention';
import { CheckOutcomes } from './check-outcomes';
import { FindingForm } from './finding-form';
import { Judged } from './judged';
import { SourceLink } from './source-link';
import { useRecords } from './use-records';
import { ValueList } from './value-list';

/** Everything about one claim beneath its head. */
export function ClaimBody({ claim }: { readonly claim: Schemas['Claim'] }) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const names = useNames(clip.caseId);
  const role = useRole(clip.caseId);
  const records = useRecords();
  const [isArguing, setIsArguing] = useState(false);
  const isReviewer = role === 'reviewer' || role === 'lead';
  return (
    <Stack gap="md" pt="sm">
      <div>
        <ValueList type={claim.type} value={claim.value} />
        <Text size="sm" c="dimmed">
          {claim.claimedBy === null ? (
            t('claim.byNobody')
          ) : (
            <>
              {t('claim.by')} <bdi>{claim.claimedBy}</bdi>
            </>
          )}
          {claim.addedBy !== null && (
            <>
              {' · '}
              {t('claim.addedBy')} <bdi>{names.get(claim.addedBy) ?? t('somebody')}</bdi>
            </>
          )}
        </Text>
      </div>
      {!isReviewer && <Text size="sm">{t('claim.notForRole')}</Text>}
      {isReviewer && (
        <>
          {claim.type === 'source' && <SourceLink claim={claim} />}
          {claim.needsAttention && <Attention claim={claim} records={records} />}
          <Stack gap="xs">
            <Title order={4} size="h6">
              {t('argued.title')}
            </Title>
            <Argued claim={claim} records={records} />
            <CheckOutcomes claimId={claim.id} />
            {isArguing ? (
              <FindingForm claim={claim} records={records} onClose={() => setIsArguing(false)} />
            ) : (
              clip.work !== 'closed' && (
                <Group>
                  <Button size="compact-sm" variant="default" onClick={() => setIsArguing(true)}>
                    {t('finding.add')}
                  </Button>
                </Group>
              )
            )}
          </Stack>
          <Judged claim={claim} records={records} />
        </>
      )}
    </Stack>
  );
}
