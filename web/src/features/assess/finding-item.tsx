import { Anchor, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { useMe, useNames, useRole } from '@/api/queries';
import { Moment } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { EvidenceList } from './evidence-list';
import { RuleName } from './rule-name';
import { ValueList } from './value-list';
import { WithdrawFinding } from './withdraw-finding';
import type { Records } from './use-records';

interface Props {
  readonly finding: Schemas['Finding'];
  readonly claim: Schemas['Claim'] | null;
  readonly records: Records;
}

/** One argument, by a rule or a person: what it says, what was found, what it rests on. */
export function FindingItem({ finding, claim, records }: Props) {
  const { t } = useTranslation('assess');
  const { clip, addEvidence } = useWorkspace();
  const names = useNames(clip.caseId);
  const { data: me } = useMe();
  const role = useRole(clip.caseId);
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const { withdrawn, detail, foundValue } = finding;
  const mayWithdraw =
    withdrawn === null && clip.work !== 'closed' && (role === 'lead' || finding.madeBy === me?.userId);
  return (
    <article aria-label={finding.summary.slice(0, 120)}>
      <Text className="sl-words" td={withdrawn === null ? 'none' : 'line-through'}>
        <bdi>{finding.summary}</bdi>
      </Text>
      {typeof detail === 'string' && (
        <Text size="sm" className="sl-words">
          <bdi>{detail}</bdi>
        </Text>
      )}
      {foundValue !== null && (
        <>
          <Text size="sm" fw={600}>
            {t('finding.found')}
          </Text>
          <ValueList type={claim?.type ?? 'other'} value={foundValue} />
        </>
      )}
      <EvidenceList evidence={finding.evidence} records={records} label={t('finding.restsOn')} />
      <Group gap="xs" mt={2}>
        <Text size="xs" c="dimmed" component="div">
          {finding.rule !== null ? (
            <RuleName rule={finding.rule} version={finding.ruleVersion} />
          ) : (
            <bdi>{names.get(finding.madeBy ?? '') ?? t('somebody')}</bdi>
          )}{' '}
          · <Moment at={finding.createdAt} />
        </Text>
        {withdrawn === null && role !== undefined && (
          <Anchor
            component="button"
            type="button"
            size="xs"
            mih={24}
            onClick={() => addEvidence({ kind: 'finding', ref: finding.id })}
          >
            {t('finding.use')}
          </Anchor>
        )}
        {mayWithdraw && (
          <Anchor component="button" type="button" size="xs" mih={24} onClick={() => setIsWithdrawing(true)}>
            {t('withdraw.open')}
          </Anchor>
        )}
      </Group>
      {withdrawn !== null && (
        <Text size="sm" className="sl-words">
          {t('withdraw.was')} <bdi>{withdrawn.reason}</bdi>
        </Text>
      )}
      {isWithdrawing && <WithdrawFinding finding={finding} onClose={() => setIsWithdrawing(false)} />}
    </article>
  );
}
