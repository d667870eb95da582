import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProcessingBadge, VerificationBadge, WorkBadge } from '@/ui/badges';
import type { Clip } from '@/workspace/workspace';
import type { ClipView } from '../address';
import { ProcessingState } from '../processing/processing-state';
import { Assignee } from './assignee';
import classes from './clip-header.module.css';
import { ClipMenu } from './clip-menu';
import { Exposure } from './exposure';
import { SensitivityButton } from './sensitivity-button';

interface Props {
  readonly clip: Clip;
  readonly onView: (view: ClipView) => void;
}

/** Which clip this is, how far it has come, who has it, and what can be done with the whole of it. */
export function ClipHeader({ clip, onView }: Props) {
  const { t } = useTranslation('clip');
  return (
    <Stack gap={4} mb="sm" component="header">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Title order={1} size="h3" className={classes['title']} title={clip.title ?? ''}>
          <bdi>{clip.title ?? t('untitled')}</bdi>
        </Title>
        <ClipMenu clip={clip} onView={onView} />
      </Group>
      <Group gap="xs">
        <ProcessingState clip={clip}>
          <ProcessingBadge state={clip.processing.state} />
        </ProcessingState>
        <WorkBadge work={clip.work} />
        <VerificationBadge state={clip.verification} />
        {clip.priority !== 'normal' && clip.priority !== 'low' && (
          <Badge color="red" variant="outline" tt="none">
            {t(`priority.${clip.priority}` as never)}
          </Badge>
        )}
        <Assignee clip={clip} />
        <SensitivityButton clip={clip} />
        {clip.sensitivity !== 'none' && <Exposure />}
        {clip.tags.map((tag) => (
          <Badge key={tag} variant="outline" color="gray" tt="none" c="var(--mantine-color-text)" maw={220}>
            <bdi>{tag}</bdi>
          </Badge>
        ))}
      </Group>
      <Text size="sm" className={classes['link']}>
        {clip.platform !== null && (
          <>
            <bdi>{clip.platform}</bdi>
            {' · '}
          </>
        )}
        {clip.accountHandle !== null && (
          <>
            <bdi>{clip.accountHandle}</bdi>
            {' · '}
          </>
        )}
        {clip.canonicalUrl === null ? (
          t('uploaded')
        ) : (
          // As text: one click must not tell the platform that somebody looks into this.
          <span dir="ltr" title={clip.canonicalUrl}>
            {clip.canonicalUrl}
          </span>
        )}
      </Text>
    </Stack>
  );
}
