import { Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';

interface Props {
  readonly onDone: (caseId: string) => void;
  readonly onCancel: () => void;
}

/** Whoever makes a case leads it. */
export function NewCase({ onDone, onCancel }: Props) {
  const { t } = useTranslation('team');
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [reference, setReference] = useState('');
  const make = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/cases', {
          body: {
            title: title.trim(),
            sensitivity: 'none',
            blindReview: false,
            ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.me }),
        queries.invalidateQueries({ queryKey: keys.cases }),
      ]);
      onDone(id);
    },
  });
  return (
    <Paper withBorder p="md" mb="md" maw={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack gap="xs">
          <TextInput
            label={t('caseTitle')}
            required
            data-autofocus
            dir="auto"
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('reference')}
            dir="auto"
            maxLength={100}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          {make.error !== null && <ProblemAlert error={make.error} />}
          <Group>
            <Button type="submit" loading={make.isPending} disabled={title.trim() === ''}>
              {t('create')}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {t('cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
