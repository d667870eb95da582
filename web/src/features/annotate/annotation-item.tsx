import { Anchor, Badge, Button, Group, Paper, Spoiler, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { clockOfMs, Moment } from '@/ui/time';
import { bodyOf, type Annotation } from './draft';
import classes from './annotate-panel.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly subject: Schemas['Subject'] | undefined;
  readonly claim: Schemas['Claim'] | undefined;
  readonly maker: string | undefined;
  readonly isSelected: boolean;
  readonly isEvidence: boolean;
  /** Null: the reader may look, and no more. */
  readonly mayChange: boolean;
  readonly onOpen: () => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  readonly onEvidence: () => void;
}

/** One annotation in words: everything that the picture shows of it, and more. */
export function AnnotationItem(props: Props) {
  const { annotation, subject, claim, maker, isSelected, isEvidence, mayChange } = props;
  const { t } = useTranslation('annotate');
  const [label, note] = [bodyOf(annotation, 'label'), bodyOf(annotation, 'note')];
  const title = label?.value ?? subject?.name ?? note?.value ?? t('unnamed');
  return (
    <Paper
      role="listitem"
      withBorder
      p="xs"
      aria-current={isSelected ? 'true' : undefined}
      {...(isSelected ? { bd: '2px solid var(--mantine-color-blue-6)' } : {})}
    >
      <Stack gap={4}>
        <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
          <Text fw={600} lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
            <bdi>{title}</bdi>
          </Text>
          <Button size="compact-xs" variant="default" style={{ flexShrink: 0 }} onClick={props.onOpen}>
            <span dir="ltr">{timeOf(annotation)}</span>
          </Button>
        </Group>
        {note !== undefined && note.value !== title && (
          <Spoiler maxHeight={72} showLabel={t('more')} hideLabel={t('less')}>
            <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              <bdi>{note.value}</bdi>
            </Text>
          </Spoiler>
        )}
        <Group gap={6}>
          {subject !== undefined && (
            <Anchor
              component={Link}
              to={`/subjects/${subject.id}`}
              size="sm"
              style={{ overflowWrap: 'anywhere' }}
            >
              {t(`kind.${subject.kind}` as never)}: <bdi>{subject.name}</bdi>
            </Anchor>
          )}
          {annotation.landmark !== null && (
            <Text size="sm">
              <MapPin size={14} aria-hidden /> {annotation.landmark.agree ? t('sameAs') : t('notSameAs')}{' '}
              <span dir="ltr">
                {annotation.landmark.lat}, {annotation.landmark.lon}
              </span>
              {annotation.landmark.note !== undefined && (
                <>
                  {': '}
                  <bdi>{annotation.landmark.note}</bdi>
                </>
              )}
            </Text>
          )}
        </Group>
        {claim !== undefined && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <Badge
              variant="light"
              tt="none"
              color={
                annotation.stance === 'contradicts'
                  ? 'red'
                  : annotation.stance === 'supports'
                    ? 'teal'
                    : 'gray'
              }
              style={{ color: 'var(--mantine-color-text)' }}
            >
              {t(`stances.${annotation.stance ?? 'neutral'}` as never)}
            </Badge>{' '}
            <bdi>{claim.statement}</bdi>
          </Text>
        )}
        <Text size="xs" className={classes['muted'] ?? ''}>
          <bdi>{maker ?? t('someone')}</bdi> · <Moment at={annotation.created} />
          {annotation.version > 1 && ` · ${t('changedSince')}`}
        </Text>
        <Group gap={4}>
          <Button size="compact-xs" variant="light" disabled={isEvidence} onClick={props.onEvidence}>
            {isEvidence ? t('isEvidence') : t('useAsEvidence')}
          </Button>
          {mayChange && (
            <>
              <Button
                size="compact-xs"
                variant="default"
                onClick={props.onEdit}
                aria-label={t('editOf', { title })}
              >
                {t('edit')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                onClick={props.onDelete}
                aria-label={t('deleteOf', { title })}
              >
                {t('delete')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

export function timeOf({ anchor }: Pick<Annotation, 'anchor'>): string {
  const { ptsMs, startMs, endMs } = anchor;
  if (startMs !== null && endMs !== null) return `${clockOfMs(startMs)} – ${clockOfMs(endMs)}`;
  return clockOfMs(ptsMs ?? 0);
}
