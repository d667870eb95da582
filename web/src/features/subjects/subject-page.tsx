import { Badge, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '@/api/queries';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { ProblemAlert } from '@/ui/problem-alert';
import { AppearanceView } from './appearance-view';
import { subjectQuery } from './subject-api';
import { SubjectForm } from './subject-form';
import classes from './subjects.module.css';

/** Somebody or something that was marked: what is known, and every frame and time in which it was seen. */
export function SubjectPage() {
  const { t } = useTranslation('subjects');
  const { subjectId = '' } = useParams({ strict: false });
  const asked = useInfiniteQuery(subjectQuery(subjectId));
  const [isEditing, setEditing] = useState(false);
  const subject = asked.data?.pages[0];
  const role = useRole(subject?.caseId);
  if (asked.error !== null && subject === undefined)
    return (
      <Page title={t('subject')}>
        <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    );
  if (subject === undefined)
    return (
      <Page title={t('subject')}>
        <Loader aria-label={t('loading')} />
      </Page>
    );
  const clips = asked.data?.pages.flatMap((page) => page.clips) ?? [];
  const marks = clips.reduce((sum, { annotations }) => sum + annotations.length, 0);
  return (
    <Page title={subject.name}>
      <Stack gap="md" className={classes['page'] ?? ''}>
        {isEditing ? (
          <SubjectForm subject={subject} onDone={() => setEditing(false)} />
        ) : (
          <Stack gap="xs">
            <Group gap="xs">
              <Badge variant="light" color="gray" tt="none" c="var(--mantine-color-text)">
                {t(`kind.${subject.kind}` as never)}
              </Badge>
              {subject.mapPoint !== null && (
                <Text size="sm">
                  {t('at')}{' '}
                  <span dir="ltr">
                    {subject.mapPoint.lat}, {subject.mapPoint.lon}
                  </span>
                </Text>
              )}
              {role !== undefined && role !== 'submitter' && (
                <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
                  {t('edit')}
                </Button>
              )}
            </Group>
            {subject.description !== null && (
              <Text className={classes['name'] ?? ''} style={{ whiteSpace: 'pre-wrap' }} maw="70ch">
                <bdi>{subject.description}</bdi>
              </Text>
            )}
          </Stack>
        )}
        {clips.length === 0 ? (
          <EmptyState title={t('nowhere')}>{t('nowhereHint')}</EmptyState>
        ) : (
          <Text fw={600}>
            {t('marks', { count: marks })} · {t('clips', { count: clips.length })}
            {asked.hasNextPage && '+'}
          </Text>
        )}
        {clips.map((appearance) => (
          <AppearanceView key={appearance.clipId} appearance={appearance} name={subject.name} />
        ))}
        {asked.hasNextPage && (
          <Button
            variant="default"
            loading={asked.isFetchingNextPage}
            onClick={() => void asked.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </Stack>
    </Page>
  );
}
