import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { columnOf } from '../csv/columns';
import { looksLikeTable } from '../csv/read-csv';
import { isListOfLinks, linksOf } from '../rows/links-of';
import { linkRow } from '../rows/row';
import { submitStore } from '../store/submit-store';

interface Props {
  /** A text was pasted that is a table. */
  readonly onTable: (text: string) => void;
}

/** One link or fifty: what is pasted becomes rows at once, what is typed does by Enter. */
export function AddLinks({ onTable }: Props) {
  const { t } = useTranslation('submit');
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  useKeys(t('keys.title'), [
    {
      keys: 'n',
      label: t('keys.links'),
      run: (event) => {
        event.preventDefault();
        box.current?.focus();
      },
    },
  ]);
  const add = (written: string) => {
    submitStore.change({ do: 'add', rows: linksOf(written).map((url) => linkRow(url)) });
    setText('');
  };
  const onPaste = (event: React.ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (text.trim() !== '') return;
    if (looksLikeTable(pasted, (header) => columnOf(header) !== undefined)) {
      event.preventDefault();
      onTable(pasted);
    } else if (isListOfLinks(pasted)) {
      event.preventDefault();
      add(pasted);
    }
  };
  return (
    <Paper withBorder p="sm" h="100%">
      <Stack gap="xs" h="100%">
        <Textarea
          ref={box}
          label={t('links.label')}
          description={t('links.help')}
          placeholder="https://"
          dir="ltr"
          rows={4}
          resize="vertical"
          spellCheck={false}
          value={text}
          onPaste={onPaste}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const isEnter = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
            if (!isEnter || text.trim() === '') return;
            event.preventDefault();
            add(text);
          }}
        />
        <Group justify="space-between" mt="auto">
          <Text size="sm" c="dimmed">
            {t('links.safe')}
          </Text>
          <Button variant="default" disabled={text.trim() === ''} onClick={() => add(text)}>
            {t('links.add')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
