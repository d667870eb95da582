import { Button, Group, NativeSelect, Paper, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError, type Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';
import { fieldsOf, valueOf, type Typed } from './value-fields';
import { ValueInputs } from './value-inputs';

const types = ['location', 'time', 'source', 'other'] as const;
type ClaimType = (typeof types)[number];

/** Writes down a claim that came with no submission, word for word. `onClose` is told the new claim's id. */
export function ClaimForm({ onClose }: { readonly onClose: (made: string | null) => void }) {
  const { t } = useTranslation(['assess', 'ui']);
  const { clip } = useWorkspace();
  const queries = useQueryClient();
  const [type, setType] = useState<ClaimType>('location');
  const [words, setWords] = useState({ statement: '', claimedBy: '', language: '' });
  const [typed, setTyped] = useState<Typed>({});
  const fields = fieldsOf(type, false);
  const add = useMutation({
    mutationFn: () => {
      const value = valueOf(fields, typed);
      const said = {
        type,
        statement: words.statement,
        ...(words.claimedBy.trim() === '' ? {} : { claimedBy: words.claimedBy.trim() }),
        ...(words.language.trim() === '' ? {} : { language: words.language.trim() }),
        ...(value === undefined ? {} : { value }),
      };
      return answer(
        api.POST('/api/v1/clips/{id}/claims', {
          params: { path: { id: clip.id } },
          // The fields are those of the type that was chosen.
          body: said as Schemas['ClaimRequest'],
        }),
      );
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
      onClose(id);
    },
  });
  const set = (name: keyof typeof words) => (event: { currentTarget: { value: string } }) =>
    setWords({ ...words, [name]: event.currentTarget.value });
  const faults = add.error instanceof ProblemError ? add.error.errors : [];
  const isSaid = words.statement.trim() !== '';
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('assess:claim.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isSaid) add.mutate();
        }}
      >
        <Stack gap="sm">
          <Title order={3} size="h5">
            {t('assess:claim.title')}
          </Title>
          <NativeSelect
            label={t('assess:claim.type')}
            value={type}
            onChange={(event) => {
              setType(types.find((each) => each === event.currentTarget.value) ?? 'other');
              setTyped({});
            }}
            data={types.map((each) => ({ value: each, label: t(`ui:claimType.${each}` as never) }))}
          />
          <Textarea
            label={t('assess:claim.statement')}
            description={t('assess:claim.statementHelp')}
            required
            autosize
            minRows={2}
            dir="auto"
            maxLength={10_000}
            value={words.statement}
            onChange={set('statement')}
          />
          <Group grow align="flex-start">
            <TextInput
              label={t('assess:claim.claimedBy')}
              dir="auto"
              maxLength={500}
              value={words.claimedBy}
              onChange={set('claimedBy')}
            />
            <TextInput
              label={t('assess:claim.language')}
              placeholder="ar"
              dir="ltr"
              maxLength={35}
              value={words.language}
              onChange={set('language')}
              error={faults.find(({ path }) => path === 'language')?.message}
            />
          </Group>
          {type !== 'other' && (
            <ValueInputs fields={fields} typed={typed} onChange={setTyped} error={add.error} />
          )}
          {add.error !== null && <ProblemAlert error={add.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onClose(null)}>
              {t('assess:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!isSaid}>
              {t('assess:claim.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
