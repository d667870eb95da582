import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '@/workspace/workspace';
import { isConcluded } from './standing';

/** What the claims still keep the clip from: which are open, who is missing, or that it can be closed. */
export function WorkHint() {
  const { t } = useTranslation(['assess', 'ui']);
  const { clip } = useWorkspace();
  const open = clip.claims.filter(({ verdict }) => !isConcluded(verdict));
  const which = open.map(({ type }) => t(`ui:claimType.${type}` as never)).join(t('assess:comma'));
  if (clip.claims.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {clip.work === 'closed'
        ? t('assess:work.closed')
        : open.length === 0
          ? t('assess:work.canClose')
          : t('assess:work.open', { count: open.length, which })}
      {clip.work === 'second_review' &&
        open.some(({ verdict }) => verdict === 'in_review') &&
        ` ${t('assess:work.second')}`}
    </Text>
  );
}
