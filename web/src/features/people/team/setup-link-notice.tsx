import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wallClock } from '@/ui/time';

export interface ShownLink {
  readonly name: string;
  readonly setupUrl: string;
  /** Null where the desk did not say. */
  readonly expiresAt: string | null;
}

interface Props {
  readonly link: ShownLink;
  readonly onClose: () => void;
}

/** The desk keeps only what the link is checked against, so this is the one time that it is seen. */
export function SetupLinkNotice({ link, onClose }: Props) {
  const { t } = useTranslation('team');
  return (
    <Alert role="status" color="blue" title={t('linkTitle', { name: link.name })}>
      <Text size="sm">
        {link.expiresAt === null ? t('linkHintOnly') : t('linkHint', { time: wallClock(link.expiresAt) })}
      </Text>
      <Code block dir="ltr" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {link.setupUrl}
      </Code>
      <Group mt="xs" gap="xs">
        <CopyButton value={link.setupUrl}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </Alert>
  );
}
