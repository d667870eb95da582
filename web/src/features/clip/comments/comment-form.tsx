import { Button, Group, MultiSelect, Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { membersQuery, useMe } from '@/api/queries';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';

interface Props {
  readonly inReplyTo?: string;
  readonly onDone?: () => void;
}

/** Says something: to everybody of the case, to some by name, about the clip or one claim. */
export function CommentForm({ inReplyTo, onDone }: Props) {
  const { t } = useTranslation('clip');
  const { t: ui } = useTranslation('ui');
  const { clip } = useWorkspace();
  const me = useMe().data?.userId;
  const members = useQuery(membersQuery(clip.caseId)).data?.items ?? [];
  const [text, setText] = useState('');
  const [mentions, setMentions] = useState<string[]>([]);
  const [claimId, setClaimId] = useState<string | null>(null);
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/clips/{id}/comments', {
          params: { path: { id: clip.id } },
          body: {
            text,
            mentions,
            ...(claimId === null ? {} : { claimId }),
            ...(inReplyTo === undefined ? {} : { inReplyTo }),
          },
        }),
      ),
    onSuccess: () => {
      setText('');
      setMentions([]);
      void queries.invalidateQueries({ queryKey: keys.clipPart(clip.id, 'comments') });
      onDone?.();
    },
  });
  const isAnswer = inReplyTo !== undefined;
  // "Answer" was pressed to write one.
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isAnswer) field.current?.focus();
  }, [isAnswer]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t(isAnswer ? 'comments.yourAnswer' : 'comments.yours')}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={10_000}
          dir="auto"
          ref={field}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') add.mutate();
          }}
        />
        <Group grow align="flex-end">
          <MultiSelect
            label={t('comments.mention')}
            searchable
            hidePickedOptions
            maxValues={50}
            data={members
              .filter(({ userId, role }) => userId !== me && role !== 'submitter')
              .map(({ userId, name }) => ({ value: userId, label: name }))}
            value={mentions}
            onChange={setMentions}
          />
          {!isAnswer && clip.claims.length > 0 && (
            <Select
              label={t('comments.claim')}
              clearable
              data={clip.claims.map(({ id, type, statement }) => ({
                value: id,
                label: `${ui(`claimType.${type}` as never)}: ${statement.slice(0, 80)}`,
              }))}
              value={claimId}
              onChange={setClaimId}
            />
          )}
        </Group>
        {add.error !== null && <ProblemAlert error={add.error} />}
        <Group justify="flex-end">
          {isAnswer && (
            <Button size="compact-md" variant="default" onClick={onDone}>
              {t('comments.cancel')}
            </Button>
          )}
          <Button size="compact-md" type="submit" loading={add.isPending} disabled={text.trim() === ''}>
            {t(isAnswer ? 'comments.answer' : 'comments.say')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
