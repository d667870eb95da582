import { Button, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { clockOfMs } from '@/ui/time';
import { useWorkspace, type Clip } from '@/workspace/workspace';
import { msOfClock } from './clock-text';

/** Warns of a passage: from where one is to five seconds on, unless said otherwise. */
export function WarningForm({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation('clip');
  const { t: ui } = useTranslation('ui');
  const { ptsMs } = useWorkspace();
  const [from, setFrom] = useState(() => clockOfMs(ptsMs));
  const [to, setTo] = useState(() => clockOfMs(ptsMs + 5000));
  const [level, setLevel] = useState<'graphic' | 'personal'>('graphic');
  const [warning, setWarning] = useState('');
  const [startMs, endMs] = [msOfClock(from), msOfClock(to)];
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: (body: { startMs: number; endMs: number }) =>
      answer(
        api.POST('/api/v1/clips/{id}/sensitive-ranges', {
          params: { path: { id: clip.id } },
          body: { ...body, sensitivity: level, warning: warning.trim() },
        }),
      ),
    onSuccess: () => {
      setWarning('');
      void queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
    },
  });
  const isRange = startMs !== null && endMs !== null && endMs > startMs;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (startMs !== null && endMs !== null) add.mutate({ startMs, endMs });
      }}
    >
      <Stack gap="xs">
        <Title order={3} size="h5">
          {t('warnings.add')}
        </Title>
        <Group align="flex-start" grow>
          <TextInput
            label={t('warnings.from')}
            dir="ltr"
            value={from}
            error={startMs === null && t('warnings.notATime')}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            label={t('warnings.to')}
            dir="ltr"
            value={to}
            error={(endMs === null && t('warnings.notATime')) || (!isRange && t('warnings.notAfter'))}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Select
            label={t('edit.sensitivity')}
            allowDeselect={false}
            data={(['graphic', 'personal'] as const).map((value) => ({
              value,
              label: ui(`sensitivity.${value}` as never),
            }))}
            value={level}
            onChange={(value) => setLevel(value === 'personal' ? 'personal' : 'graphic')}
          />
        </Group>
        <TextInput
          label={t('warnings.text')}
          description={t('edit.warningHint')}
          required
          maxLength={200}
          dir="auto"
          value={warning}
          onChange={(event) => setWarning(event.currentTarget.value)}
        />
        {add.error !== null && <ProblemAlert error={add.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending} disabled={!isRange || warning.trim() === ''}>
            {t('warnings.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
