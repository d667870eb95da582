import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/problem-alert';
import { submitStore, type Sending } from '../store/submit-store';

interface Props {
  readonly rowKey: string;
  readonly kind: 'link' | 'file';
  readonly sending: Sending;
}

/** How far a row is on its way to the desk, or why it did not arrive. */
export function RowProgress({ rowKey, kind, sending: { share, error } }: Props) {
  const { t } = useTranslation('submit');
  if (error !== null) {
    return error.code === 'upload_broken' ? (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {t('upload.broken')}
      </Text>
    ) : (
      <ProblemAlert error={error} />
    );
  }
  const percent = Math.round((share ?? 0) * 100);
  // All bytes are away, and the desk still hashes and stores them.
  const text =
    kind === 'link'
      ? t('upload.sending')
      : percent === 100
        ? t('upload.storing')
        : t('upload.percent', { percent });
  return (
    <Group gap="xs" pt={4} wrap="nowrap">
      <Progress
        value={share === null ? 100 : percent}
        animated={share === null || percent === 100}
        aria-label={text}
        style={{ flex: 1 }}
      />
      <Text size="sm">{text}</Text>
      {kind === 'file' && (
        <Button size="compact-sm" variant="default" onClick={() => submitStore.stop(rowKey)}>
          {t('upload.cancel')}
        </Button>
      )}
    </Group>
  );
}
