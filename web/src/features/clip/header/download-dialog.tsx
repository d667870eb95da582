import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Clip } from '@/workspace/workspace';
import { sizeOf } from '../metadata/sizes';
import { Dialog } from './dialog';

/** Before a copy leaves the desk: what it is, and that it is written down who took it. */
export function DownloadDialog({ clip, onClose }: { readonly clip: Clip; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('clip');
  if (clip.original === null) return null;
  const { sha256, sizeBytes, mediaType, url } = clip.original;
  return (
    <Dialog title={t('download.title')} onClose={onClose}>
      <Stack>
        <Alert color="yellow">{t('download.logged')}</Alert>
        {clip.sensitivity !== 'none' && <Text>{t('download.sensitive')}</Text>}
        <Text size="sm" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
          {mediaType} · {sizeOf(sizeBytes, i18n.language)}
          <br />
          SHA-256 {sha256}
        </Text>
        <Group justify="flex-end">
          <Button component="a" href={url} download onClick={onClose}>
            {t('download.take')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
