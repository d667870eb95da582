import './assess.css';
import { Button, Group, Menu, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery, useMe, useNames, useRole } from '@/api/queries';
import { ProblemAlert } from '@/ui/problem-alert';
import { WorkBadge } from '@/ui/badges';
import { useWorkspace } from '@/workspace/workspace';
import { nextSteps } from './next-steps';
import { useChangeWork } from './use-change-work';
import { WorkReason } from './work-reason';

type Asking = 'needs_help' | 'reopen' | null;

/** Who works on the clip, and what this person can do with it next. */
export function WorkStrip() {
  const { t } = useTranslation(['assess', 'ui']);
  const { clip } = useWorkspace();
  const { data: me } = useMe();
  const role = useRole(clip.caseId);
  const names = useNames(clip.caseId);
  const change = useChangeWork();
  const [asking, setAsking] = useState<Asking>(null);
  if (me === undefined || (role !== 'reviewer' && role !== 'lead')) return null;
  const steps = nextSteps({
    userId: me.userId,
    role,
    assigneeId: clip.assigneeId,
    work: clip.work,
    claims: clip.claims,
  });
  const openTypes = clip.claims
    .filter(({ id }) => steps.open.includes(id))
    .map(({ type }) => t(`ui:claimType.${type}` as never));
  return (
    <Stack gap={4} component="section" aria-label={t('assess:work.title')}>
      <Group gap="xs">
        <WorkBadge work={clip.work} />
        <Text size="sm">
          {clip.assigneeId === null ? (
            t('assess:work.nobody')
          ) : clip.assigneeId === me.userId ? (
            t('assess:work.you')
          ) : (
            <bdi>{names.get(clip.assigneeId) ?? t('assess:somebody')}</bdi>
          )}
          {clip.stale && ` · ${t('assess:work.stale')}`}
        </Text>
        {steps.take && (
          <Button size="compact-sm" onClick={() => change.run({ assigneeId: me.userId })}>
            {t('assess:work.take')}
          </Button>
        )}
        {steps.handOver && (
          <HandOver
            label={t(clip.work === 'second_review' ? 'assess:work.askSecond' : 'assess:work.handOver')}
            onChoose={(assigneeId) => change.run({ assigneeId })}
          />
        )}
        {steps.putBack && (
          <Button size="compact-sm" variant="default" onClick={() => change.run({ assigneeId: null })}>
            {t('assess:work.putBack')}
          </Button>
        )}
        {steps.needsHelp && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking('needs_help')}>
            {t('assess:work.needsHelp')}
          </Button>
        )}
        {steps.goOn && (
          <Button size="compact-sm" variant="default" onClick={() => change.run({ work: 'assigned' })}>
            {t('assess:work.goOn')}
          </Button>
        )}
        {steps.close && (
          <Button size="compact-sm" variant="default" onClick={() => change.run({ work: 'closed' })}>
            {t('assess:work.close')}
          </Button>
        )}
        {steps.reopen && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking('reopen')}>
            {t('assess:work.reopen')}
          </Button>
        )}
      </Group>
      {steps.open.length > 0 && (
        <Text size="xs" className="sl-quiet">
          {t('assess:work.open', { count: steps.open.length, which: openTypes.join(t('assess:comma')) })}
        </Text>
      )}
      {clip.work === 'closed' && (
        <Text size="xs" className="sl-quiet">
          {t(role === 'lead' ? 'assess:work.closedLead' : 'assess:work.closed')}
        </Text>
      )}
      {change.error !== null && <ProblemAlert error={change.error} />}
      {asking !== null && (
        <WorkReason
          kind={asking}
          isSending={change.isPending}
          onClose={() => setAsking(null)}
          onGive={(reason) => {
            change.run({
              work: asking === 'needs_help' ? 'needs_help' : 'assigned',
              ...(reason === '' ? {} : { reason }),
            });
            setAsking(null);
          }}
        />
      )}
    </Stack>
  );
}

/** Everybody who may work on the case. */
function HandOver({
  label,
  onChoose,
}: {
  readonly label: string;
  readonly onChoose: (userId: string) => void;
}) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const { data } = useQuery(membersQuery(clip.caseId));
  const others = (data?.items ?? []).filter(
    ({ userId, role }) => role !== 'submitter' && userId !== clip.assigneeId,
  );
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={300} style={{ overflowY: 'auto' }}>
        {others.length === 0 && <Menu.Label>{t('work.nobodyElse')}</Menu.Label>}
        {others.map(({ userId, name }) => (
          <Menu.Item key={userId} onClick={() => onChoose(userId)}>
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
