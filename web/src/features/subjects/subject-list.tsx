import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Subject } from './subject-api';
import classes from './subjects.module.css';

interface Props {
  readonly subjects: readonly Subject[];
  readonly titles: ReadonlyMap<string, string>;
}

export function SubjectList({ subjects, titles }: Props) {
  const { t } = useTranslation('subjects');
  if (subjects.length === 0) return null;
  return (
    <Stack gap="xs" role="list" aria-label={t('subjects')}>
      {subjects.map((subject) => (
        <Paper key={subject.id} role="listitem" withBorder px="sm" py="xs">
          <Group gap="xs" align="baseline">
            <Badge variant="light" color="gray" tt="none" c="var(--mantine-color-text)">
              {t(`kind.${subject.kind}` as never)}
            </Badge>
            <Anchor
              component={Link}
              to={`/subjects/${subject.id}`}
              fw={600}
              lineClamp={2}
              className={classes['name'] ?? ''}
            >
              <bdi>{subject.name}</bdi>
            </Anchor>
            {subject.mapPoint !== null && <MapPin size={14} role="img" aria-label={t('onMap')} />}
          </Group>
          {subject.description !== null && (
            <Text size="sm" lineClamp={2} className={classes['name'] ?? ''}>
              <bdi>{subject.description}</bdi>
            </Text>
          )}
          <Text size="xs" c="dimmed">
            <bdi>{titles.get(subject.caseId) ?? ''}</bdi>
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
