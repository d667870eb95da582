import { Button, Group, Loader, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { caseSubjectsQuery, clipSubjectsQuery } from './annotation-api';

type Kind = Schemas['SubjectKind'];
export const subjectKinds: readonly Kind[] = ['person', 'vehicle', 'insignia', 'landmark', 'text'];

interface Props {
  readonly caseId: string;
  readonly clipId: string;
  readonly value: string | null;
  readonly onChange: (subjectId: string | null) => void;
}

/** Who or what it is: a subject of the case, found by typing, or a new one. */
export function SubjectField({ caseId, clipId, value, onChange }: Props) {
  const { t } = useTranslation('annotate');
  const queries = useQueryClient();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<Kind | null>(null);
  const [name, setName] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 200);
  const found = useQuery({ ...caseSubjectsQuery(caseId, asked), placeholderData: (before) => before });
  const here = useQuery(clipSubjectsQuery(clipId));
  const add = useMutation({
    mutationFn: (body: { kind: Kind; name: string }) =>
      answer(
        api.POST('/api/v1/subjects', {
          body: { caseId, ...body, description: null, mapPoint: null },
        }),
      ),
    onSuccess: (subject) => {
      queries.setQueryData(keys.clipPart(clipId, `subject-${subject.id}`), subject);
      setAdded((now) => [...now, subject]);
      setKind(null);
      setName('');
      onChange(subject.id);
      return queries.invalidateQueries({ queryKey: keys.subjects });
    },
  });
  const [added, setAdded] = useState<readonly Schemas['Subject'][]>([]);
  const known = new Map(
    [...(here.data ?? []), ...(found.data ?? []), ...added].map((subject) => [subject.id, subject]),
  );
  const options = [...known.values()].map((subject) => ({
    value: subject.id,
    label: `${subject.name} (${t(`kind.${subject.kind}` as never)})`,
  }));

  return (
    <Stack gap={6}>
      <Select
        size="xs"
        label={t('subject')}
        placeholder={t('subjectHint')}
        data={options}
        value={value}
        onChange={onChange}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('noSubject') }}
        onSearchChange={(text) => setSearch(options.some(({ label }) => label === text) ? '' : text)}
        nothingFoundMessage={t('noSuchSubject')}
        rightSection={found.isFetching ? <Loader size={14} /> : undefined}
        limit={50}
      />
      {kind === null ? (
        <Group gap={4}>
          {subjectKinds.map((one) => (
            <Button
              key={one}
              size="compact-xs"
              variant="default"
              onClick={() => {
                setKind(one);
                setName(search);
              }}
            >
              {t(`newKind.${one}` as never)}
            </Button>
          ))}
        </Group>
      ) : (
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            size="xs"
            style={{ flex: 1 }}
            label={t(`newKind.${kind}` as never)}
            description={t('nameHint')}
            dir="auto"
            maxLength={300}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || name.trim() === '') return;
              event.preventDefault();
              add.mutate({ kind, name: name.trim() });
            }}
          />
          <Button
            size="xs"
            disabled={name.trim() === ''}
            loading={add.isPending}
            onClick={() => add.mutate({ kind, name: name.trim() })}
          >
            {t('add')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setKind(null)}>
            {t('cancel')}
          </Button>
        </Group>
      )}
      {add.error !== null && <ProblemAlert error={add.error} />}
    </Stack>
  );
}
