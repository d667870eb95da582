import { Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';

type Case = Schemas['Case'];
type Draft = Pick<Case, 'title' | 'reference' | 'sensitivity' | 'blindReview'>;
const sensitivities = ['none', 'personal', 'graphic'] as const;

/** Says only what was changed here, and only over the version that was seen. */
export function CaseSettings({ shown }: { readonly shown: Case }) {
  const { t } = useTranslation('team');
  const { t: ui } = useTranslation('ui');
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Partial<Draft>>({});
  const now: Draft = { ...shown, ...draft };
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/cases/{id}', {
          params: { path: { id: shown.id } },
          body: draft,
          headers: { 'if-match': `"${shown.id}.${shown.version}"` },
        }),
      ),
    onSuccess: () => setDraft({}),
    // On a conflict too: the new state is shown, and what was typed stays over it.
    onSettled: () => queries.invalidateQueries({ queryKey: keys.cases }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="xs" maw={560}>
        <TextInput
          label={t('caseTitle')}
          dir="auto"
          required
          maxLength={300}
          disabled={shown.inbox}
          value={now.title}
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
        />
        <TextInput
          label={t('reference')}
          dir="auto"
          maxLength={100}
          value={now.reference ?? ''}
          onChange={(event) => setDraft({ ...draft, reference: event.currentTarget.value || null })}
        />
        <NativeSelect
          label={t('sensitivity')}
          value={now.sensitivity}
          data={sensitivities.map((value) => ({ value, label: ui(`sensitivity.${value}` as never) }))}
          onChange={(event) => {
            const chosen = sensitivities.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) setDraft({ ...draft, sensitivity: chosen });
          }}
        />
        <Switch
          label={t('blind')}
          description={t('blindHint')}
          checked={now.blindReview}
          onChange={(event) => setDraft({ ...draft, blindReview: event.currentTarget.checked })}
        />
        {save.error !== null && <ProblemAlert error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={Object.keys(draft).length === 0}>
            {t('save')}
          </Button>
          <Text role="status" size="sm">
            {save.isSuccess && Object.keys(draft).length === 0 ? t('saved') : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
