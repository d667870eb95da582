import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clipQuery } from '@/api/queries';
import { Moment } from '@/ui/time';
import type { SentClip } from '../store/kept';

/** The link was here already: since when, and what became of what was said now. */
export function DuplicateNote({ clip }: { readonly clip: SentClip }) {
  const { t } = useTranslation('submit');
  const { data } = useQuery(clipQuery(clip.clipId));
  return (
    <Text size="sm">
      {data === undefined ? t('sent.here') : t('sent.hereSince')}
      {data !== undefined && (
        <>
          {' '}
          <Moment at={data.createdAt} />
        </>
      )}
      {'. '}
      {clip.hasWords ? t('sent.wordsAdded') : t('sent.submissionAdded')}
    </Text>
  );
}
