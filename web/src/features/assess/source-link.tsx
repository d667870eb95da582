import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';
import { sourcesQuery } from './queries';

/** Whom a claim about the source points at, and how reliable that source is by the Admiralty code. */
export function SourceLink({ claim }: { readonly claim: Schemas['Claim'] }) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const queries = useQueryClient();
  const { data, error } = useQuery(sourcesQuery(clip.caseId));
  const named = [claim.value['name'], claim.value['handle']].find(
    (text): text is string => typeof text === 'string',
  );
  const [newName, setNewName] = useState<string | null>(null);
  const link = useMutation({
    mutationFn: (sourceId: string | null) =>
      answer(
        api.PUT('/api/v1/claims/{id}/source', { params: { path: { id: claim.id } }, body: { sourceId } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.clip(clip.id) }),
  });
  const create = useMutation({
    mutationFn: async (name: string) => {
      const made = await answer(
        api.POST('/api/v1/sources', { body: { caseId: clip.caseId, kind: 'unknown', name, accounts: [] } }),
      );
      await queries.invalidateQueries({ queryKey: ['sources', clip.caseId] });
      await link.mutateAsync(made.id);
    },
    onSuccess: () => setNewName(null),
  });
  if (error !== null) return <ProblemAlert error={error} />;
  const source = data?.find(({ id }) => id === claim.sourceId);
  const isClosed = clip.work === 'closed';
  return (
    <Stack gap={4}>
      <Text size="sm">
        {source === undefined ? (
          t('source.none')
        ) : (
          <>
            {t('source.is')} <bdi>{source.name}</bdi> · {t('source.reliability')}{' '}
            <bdi dir="ltr">{source.reliability}</bdi> ({t(`reliability.${source.reliability}` as never)})
          </>
        )}
      </Text>
      {!isClosed && (
        <Group gap="xs" align="flex-end">
          <Select
            label={t('source.choose')}
            searchable
            clearable
            size="xs"
            style={{ flex: 1, minInlineSize: 160 }}
            nothingFoundMessage={t('source.noneSuch')}
            data={(data ?? []).map(({ id, name, reliability }) => ({
              value: id,
              label: `${name} (${reliability})`,
            }))}
            value={claim.sourceId}
            onChange={(id) => link.mutate(id)}
            disabled={link.isPending}
          />
          {newName === null ? (
            <Button size="xs" variant="default" onClick={() => setNewName(named ?? '')}>
              {t('source.new')}
            </Button>
          ) : (
            <>
              <TextInput
                size="xs"
                label={t('source.name')}
                dir="auto"
                maxLength={300}
                value={newName}
                onChange={(event) => setNewName(event.currentTarget.value)}
              />
              <Button
                size="xs"
                loading={create.isPending}
                disabled={newName.trim() === ''}
                onClick={() => create.mutate(newName.trim())}
              >
                {t('source.create')}
              </Button>
            </>
          )}
        </Group>
      )}
      {(link.error ?? create.error) !== null && <ProblemAlert error={link.error ?? create.error} />}
    </Stack>
  );
}
