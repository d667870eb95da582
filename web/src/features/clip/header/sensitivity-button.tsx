import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { rangesQuery } from '@/safety/sensitive-ranges';
import type { Clip } from '@/workspace/workspace';
import { WarningsDialog } from './warnings-dialog';

/** How sensitive the clip is, and of how many passages somebody warned. */
export function SensitivityButton({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('clip');
  const { t: ui } = useTranslation('ui');
  const ranges = useQuery(rangesQuery(clip.id)).data ?? [];
  const [isOpen, { open, close }] = useDisclosure(false);
  const level = ui(`sensitivity.${clip.sensitivity}` as never);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<ShieldAlert size={14} aria-hidden />}
        onClick={open}
      >
        {level}
        {ranges.length > 0 && ` · ${t('warnings.count', { count: ranges.length })}`}
      </Button>
      {isOpen && <WarningsDialog clip={clip} ranges={ranges} onClose={close} />}
    </>
  );
}
