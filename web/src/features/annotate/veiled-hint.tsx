import { Button, Group, Text } from '@mantine/core';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Why the drawing tools rest, and what wakes them. */
export function VeiledHint({ onLift }: { readonly onLift: () => void }) {
  const { t } = useTranslation('annotate');
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <EyeOff size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">{t('veiled')}</Text>
      <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={onLift}>
        {t('safety:lift')}
      </Button>
    </Group>
  );
}
