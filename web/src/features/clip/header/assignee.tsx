import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { membersQuery, useMe, useRole } from '@/api/queries';
import type { Clip } from '@/workspace/workspace';
import { sayFault } from './say-fault';
import { useChangeClip } from './use-change-clip';

/** Who works on the clip. Reviewers take it, hand over their own or put it back; leads give it to anybody. */
export function Assignee({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('clip');
  const me = useMe().data?.userId;
  const role = useRole(clip.caseId);
  const members = useQuery(membersQuery(clip.caseId)).data?.items ?? [];
  const change = useChangeClip(clip);
  const name = members.find(({ userId }) => userId === clip.assigneeId)?.name;
  const isMine = clip.assigneeId !== null && clip.assigneeId === me;
  const label = clip.assigneeId === null ? t('assignee.none') : (name ?? t('assignee.unknown'));
  const mayChoose = role === 'lead' || isMine;
  const assign = (assigneeId: string | null) =>
    change.mutate({ assigneeId }, { onError: (error) => sayFault(error, t('assignee.failed')) });
  return (
    <Menu width={240} position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          maw={260}
          loading={change.isPending}
          rightSection={<ChevronDown size={14} aria-hidden />}
          disabled={clip.work === 'closed' || (!mayChoose && clip.assigneeId !== null)}
          aria-label={t('assignee.title', { name: label })}
        >
          <bdi>{label}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {!isMine && me !== undefined && (
          <Menu.Item onClick={() => assign(me)}>{t('assignee.take')}</Menu.Item>
        )}
        {mayChoose && clip.assigneeId !== null && (
          <Menu.Item onClick={() => assign(null)}>{t('assignee.putBack')}</Menu.Item>
        )}
        {mayChoose && (
          <>
            <Menu.Label>{t('assignee.give')}</Menu.Label>
            {members
              .filter(
                (one) => one.role !== 'submitter' && one.userId !== clip.assigneeId && one.userId !== me,
              )
              .map(({ userId, name: given }) => (
                <Menu.Item key={userId} onClick={() => assign(userId)}>
                  <bdi>{given}</bdi>
                </Menu.Item>
              ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
