import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SensitiveRange } from '@/safety/sensitive-ranges';
import { clockOfMs } from '@/ui/time';
import classes from './stage.module.css';

interface Props {
  readonly range: SensitiveRange;
  readonly onShow: () => void;
}

/** Lies over the film while it is in a passage that somebody warned of. */
export function Cover({ range, onShow }: Props) {
  const { t, i18n } = useTranslation('clip');
  return (
    <div className={classes['cover']} role="status" dir={i18n.dir()}>
      <Stack align="center" gap="xs" p="md" ta="center">
        <Text fw={600}>
          {t('cover.title', { from: clockOfMs(range.startMs), to: clockOfMs(range.endMs) })}
        </Text>
        <Text>
          <bdi>{range.warning}</bdi>
        </Text>
        <Button size="compact-md" variant="default" onClick={onShow}>
          {t('cover.show')}
        </Button>
      </Stack>
    </div>
  );
}
