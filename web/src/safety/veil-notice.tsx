import { Alert, Button, Group, Text } from '@mantine/core';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useVeil, type Sensitive } from './unveiled';

/** The advance warning over a veiled clip, with the one button (and key, `v`) that lifts the veil. */
export function VeilNotice({
  clip,
}: {
  readonly clip: Sensitive & { readonly advanceWarning: string | null };
}) {
  const { t } = useTranslation('safety');
  const veil = useVeil(clip);
  if (!veil.isVeiled) return null;
  return (
    <Alert icon={<EyeOff aria-hidden />} color="gray" title={t(titles[clip.sensitivity] as never)}>
      <Group justify="space-between" align="flex-end">
        <Text>{clip.advanceWarning === null ? t('noWarning') : <bdi>{clip.advanceWarning}</bdi>}</Text>
        <Button variant="default" onClick={veil.lift}>
          {t('lift')}
        </Button>
      </Group>
    </Alert>
  );
}

const titles = { graphic: 'graphic', personal: 'personal', none: 'optedOut' } as const;
