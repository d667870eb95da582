import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useVeil } from '@/safety/unveiled';
import { clockOfMs } from '@/ui/time';
import { MarkView } from './mark-view';
import type { Appearance } from './subject-api';
import classes from './subjects.module.css';

interface Props {
  readonly appearance: Appearance;
  readonly name: string;
}

/** One clip and where in it the subject was marked. Its pictures are veiled until the veil of this clip is lifted. */
export function AppearanceView({ appearance, name }: Props) {
  const { t } = useTranslation('subjects');
  const clip = { id: appearance.clipId, sensitivity: appearance.sensitivity };
  const veil = useVeil(clip);
  const title = appearance.title ?? t('untitled');
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Group gap="xs">
        <Title order={2} size="h5" className={classes['name'] ?? ''}>
          <Anchor component={Link} to={`/clips/${clip.id}`} inherit>
            <bdi>{title}</bdi>
          </Anchor>
        </Title>
        <Text size="sm" c="dimmed">
          {t('seen')}{' '}
          <span dir="ltr">
            {clockOfMs(appearance.firstMs)}
            {appearance.lastMs > appearance.firstMs && ` – ${clockOfMs(appearance.lastMs)}`}
          </span>
        </Text>
        {veil.isSensitive && (
          <Button
            size="compact-sm"
            variant="default"
            aria-pressed={!veil.isVeiled}
            leftSection={veil.isVeiled ? <Eye size={16} aria-hidden /> : <EyeOff size={16} aria-hidden />}
            onClick={veil.toggle}
          >
            {veil.isVeiled ? t('lift') : t('lower')}
          </Button>
        )}
      </Group>
      {veil.isVeiled && (
        <Text size="sm">{clip.sensitivity === 'graphic' ? t('safety:graphic') : t('safety:personal')}</Text>
      )}
      <div className={classes['marks']} role="list">
        {appearance.annotations.map((mark) => (
          <MarkView key={mark.id} clip={clip} mark={mark} name={name} />
        ))}
      </div>
    </Stack>
  );
}
