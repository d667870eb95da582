import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { FileUp, Table2 } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { submitStore } from '../store/submit-store';

interface Props {
  readonly onTable: (file: File) => void;
}

const isTable = (file: File) => /\.(csv|tsv)$/i.test(file.name);

/** Videos, and tables of links: dropped here or chosen by a button. */
export function AddFiles({ onTable }: Props) {
  const { t } = useTranslation('submit');
  const [isOver, setOver] = useState(false);
  const choose = useRef<HTMLButtonElement>(null);
  useKeys(t('keys.title'), [{ keys: 'u', label: t('keys.files'), run: () => choose.current?.click() }]);
  const take = (files: readonly File[]) => {
    const [table] = files.filter(isTable);
    if (table !== undefined) onTable(table);
    const videos = files.filter((file) => !isTable(file));
    if (videos.length > 0) submitStore.addFiles(videos);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <Paper
      withBorder
      p="sm"
      h="100%"
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      style={{
        borderStyle: 'dashed',
        ...(isOver ? { borderColor: 'var(--mantine-primary-color-filled)', borderWidth: 2 } : {}),
      }}
    >
      <Stack gap="xs" h="100%">
        <Text fw={500} size="sm">
          {t('files.label')}
        </Text>
        <Text size="sm">{isOver ? t('files.letGo') : t('files.help')}</Text>
        <Group mt="auto">
          <FileButton multiple onChange={take} inputProps={{ 'aria-label': t('files.choose'), tabIndex: -1 }}>
            {({ onClick }) => (
              <Button
                ref={choose}
                variant="default"
                leftSection={<FileUp size={16} aria-hidden />}
                onClick={onClick}
              >
                {t('files.choose')}
              </Button>
            )}
          </FileButton>
          <FileButton
            accept=".csv,.tsv,text/csv,text/tab-separated-values"
            onChange={(file) => file !== null && onTable(file)}
            inputProps={{ 'aria-label': t('files.table'), tabIndex: -1 }}
          >
            {({ onClick }) => (
              <Button variant="default" leftSection={<Table2 size={16} aria-hidden />} onClick={onClick}>
                {t('files.table')}
              </Button>
            )}
          </FileButton>
        </Group>
      </Stack>
    </Paper>
  );
}
