import { Alert, Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError } from '@/api/problem';
import { parsePosition } from '@/regions/position';
import { ProblemAlert } from '@/ui/problem-alert';
import { changeSubject, type Subject } from './subject-api';

interface Props {
  readonly subject: Subject;
  readonly onDone: () => void;
}

/** Changes what is said of a subject. What was typed stays when somebody else was faster: both are shown. */
export function SubjectForm({ subject, onDone }: Props) {
  const { t } = useTranslation('subjects');
  const queries = useQueryClient();
  const [base, setBase] = useState(subject);
  const [fields, setFields] = useState(() => fieldsOf(subject));
  const [theirs, setTheirs] = useState<Subject | null>(null);
  const position = fields.position.trim() === '' ? null : parsePosition(fields.position);
  const save = useMutation({
    mutationFn: () =>
      changeSubject(base.id, base.version, {
        name: fields.name.trim(),
        description: fields.description.trim() === '' ? null : fields.description,
        mapPoint: position ?? null,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.subjects });
      onDone();
    },
    onError: async (error) => {
      if (!(error instanceof ProblemError) || error.status !== 412) return;
      const newer = await answer(api.GET('/api/v1/subjects/{id}', { params: { path: { id: base.id } } }));
      setTheirs(newer);
      setBase(newer);
    },
  });
  const set = (change: Partial<typeof fields>) => setFields({ ...fields, ...change });
  const isFit = fields.name.trim() !== '' && position !== undefined;
  return (
    <Paper
      component="form"
      withBorder
      p="sm"
      maw={640}
      aria-label={t('edit')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) save.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          dir="auto"
          required
          maxLength={300}
          value={fields.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Textarea
          label={t('description')}
          dir="auto"
          autosize
          minRows={2}
          maxRows={10}
          maxLength={20_000}
          value={fields.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <TextInput
          label={t('position')}
          description={t('positionHint')}
          dir="ltr"
          value={fields.position}
          error={position === undefined ? t('positionWrong') : undefined}
          onChange={(event) => set({ position: event.currentTarget.value })}
        />
        {theirs !== null && (
          <Alert role="alert" color="orange" title={t('conflict')}>
            <Text size="sm">{t('conflictSays')}</Text>
            {Object.values(fieldsOf(theirs)).map(
              (text, index) =>
                text !== '' && (
                  <Text key={index} size="sm" style={{ overflowWrap: 'anywhere' }}>
                    <bdi>{text}</bdi>
                  </Text>
                ),
            )}
            <Button size="compact-sm" variant="default" mt="xs" onClick={onDone}>
              {t('takeTheirs')}
            </Button>
          </Alert>
        )}
        {theirs === null && save.error !== null && <ProblemAlert error={save.error} />}
        <Group gap="xs">
          <Button type="submit" loading={save.isPending} disabled={!isFit}>
            {theirs === null ? t('save') : t('saveMine')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function fieldsOf({ name, description, mapPoint }: Subject) {
  return {
    name,
    description: description ?? '',
    position: mapPoint === null ? '' : `${mapPoint.lat}, ${mapPoint.lon}`,
  };
}
