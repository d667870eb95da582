import { Button, TagsInput, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { topicsQuery } from '@/safety/topics';
import { ProblemAlert } from '@/ui/problem-alert';
import { Section } from './section';

const MOST = 50;

/** What somebody does not want to be given. */
export function TopicsSection() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const known = useQuery(topicsQuery);
  const [edited, setEdited] = useState<string[] | null>(null);
  const save = useMutation({
    mutationFn: (topics: string[]) => answer(api.PUT('/api/v1/me/topics', { body: { topics } })),
    onSuccess: async (now) => {
      queries.setQueryData(topicsQuery.queryKey, now);
      setEdited(null);
      await queries.invalidateQueries({ queryKey: keys.lists });
    },
  });
  return (
    <Section title={t('topics')} intro={t('topicsIntro')}>
      {known.isError && <ProblemAlert error={known.error} onRetry={() => void known.refetch()} />}
      {known.data !== undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (edited !== null) save.mutate(edited);
          }}
        >
          <TagsInput
            label={t('topicsLabel')}
            description={t('topicsHow')}
            value={edited ?? [...known.data]}
            onChange={setEdited}
            maxTags={MOST}
            acceptValueOnBlur
            clearable
            clearButtonProps={{ 'aria-label': t('topicsClear') }}
          />
          {save.error !== null && <ProblemAlert error={save.error} />}
          <Button type="submit" mt="xs" disabled={edited === null} loading={save.isPending}>
            {t('save')}
          </Button>
          <Text span size="sm" role="status" ms={8}>
            {save.isSuccess && edited === null ? t('saved') : ''}
          </Text>
        </form>
      )}
    </Section>
  );
}
