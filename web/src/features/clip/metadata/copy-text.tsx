import { ActionIcon, CopyButton, Group } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** A digest or an identifier, to be compared letter by letter or copied. */
export function CopyText({ text }: { readonly text: string }) {
  const { t } = useTranslation('clip');
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <code dir="ltr" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t(copied ? 'copied' : 'copy')}
            onClick={copy}
          >
            {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
