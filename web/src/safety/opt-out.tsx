import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { windowsStand } from '@/ui/windows';
import { meetsTopic } from './meets-topic';
import { topicsQuery } from './topics';

/**
 * Whether the tags name what the person asks not to be given: then the clip is veiled whatever its label says, and lifting
 * the veil asks a second time.
 */
export function useOptOut(tags: readonly string[]): {
  readonly isMet: boolean;
  readonly ask: (goOn: () => void) => void;
} {
  const { t } = useTranslation('safety');
  const { data: topics } = useQuery({ ...topicsQuery, enabled: tags.length > 0 });
  // While it is not known, the clip stays veiled: a picture cannot be taken back.
  const isMet = tags.length > 0 && (topics === undefined || meetsTopic(tags, topics));
  return {
    isMet,
    ask: (goOn) => {
      if (!isMet) return goOn();
      void windowsStand().then(() =>
        modals.openConfirmModal({
          title: t('optedOut'),
          children: <Text size="sm">{t('optedOutQuestion')}</Text>,
          labels: { confirm: t('optedOutShow'), cancel: t('optedOutLeave') },
          confirmProps: { variant: 'default' },
          onConfirm: goOn,
        }),
      );
      return undefined;
    },
  };
}
