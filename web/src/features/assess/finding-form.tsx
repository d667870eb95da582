import { Button, Group, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';
import { entryName } from './differences';
import { EvidenceChoice } from './evidence-choice';
import { sides } from './evidence-sides';
import { fieldsOf, valueOf, type Typed } from './value-fields';
import { ValueInputs } from './value-inputs';
import type { Records } from './use-records';

type Entry = Schemas['FindingEvidenceEntry'];
type Stance = Schemas['Finding']['stance'];

interface Props {
  readonly claim: Schemas['Claim'];
  readonly records: Records;
  readonly onClose: () => void;
}

/** Argues for or against a claim, or takes no side: what was seen, what was found instead, what it rests on. */
export function FindingForm({ claim, records, onClose }: Props) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const queries = useQueryClient();
  const [stance, setStance] = useState<Stance | null>(null);
  const [words, setWords] = useState({ summary: '', detail: '' });
  const [typed, setTyped] = useState<Typed>({});
  const [evidence, setEvidence] = useState<readonly Entry[]>([]);
  const fields = fieldsOf(claim.type, true);
  const make = useMutation({
    mutationFn: () => {
      const foundValue = valueOf(fields, typed);
      return answer(
        api.POST('/api/v1/clips/{id}/findings', {
          params: { path: { id: clip.id } },
          body: {
            claimId: claim.id,
            check: 'manual',
            stance: stance ?? 'neutral',
            summary: words.summary.trim(),
            ...(words.detail.trim() === '' ? {} : { detail: words.detail.trim() }),
            ...(foundValue === undefined ? {} : { foundValue }),
            evidence: [...evidence],
          },
        }),
      );
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
      onClose();
    },
  });
  const isWhole = stance !== null && words.summary.trim() !== '' && evidence.length > 0;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('finding.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) make.mutate();
        }}
      >
        <Stack gap="sm">
          <Title order={4} size="h5">
            {t('finding.title')}
          </Title>
          <Radio.Group
            label={t('finding.stance')}
            required
            value={stance}
            onChange={(chosen) => setStance(sides.find((side) => side === chosen) ?? null)}
          >
            <Group mt={4}>
              {sides.map((side) => (
                <Radio key={side} value={side} label={t(`stance.${side}` as never)} />
              ))}
            </Group>
          </Radio.Group>
          <Textarea
            label={t('finding.summary')}
            required
            autosize
            minRows={1}
            dir="auto"
            maxLength={2000}
            data-autofocus
            value={words.summary}
            onChange={(event) => setWords({ ...words, summary: event.currentTarget.value })}
          />
          <Textarea
            label={t('finding.detail')}
            autosize
            minRows={2}
            dir="auto"
            maxLength={8000}
            value={words.detail}
            onChange={(event) => setWords({ ...words, detail: event.currentTarget.value })}
          />
          <Text size="sm" fw={500}>
            {t('finding.foundInstead')}
          </Text>
          <ValueInputs fields={fields} typed={typed} onChange={setTyped} error={make.error} />
          <EvidenceChoice
            evidence={evidence}
            records={records}
            kinds={['record', 'url', 'search', 'metadata', 'file', 'none_found']}
            onAdd={(entry) =>
              setEvidence((now) =>
                now.some((each) => entryName(each) === entryName(entry) && each.note === entry.note)
                  ? now
                  : [...now, entry],
              )
            }
            onChange={setEvidence}
            error={null}
          />
          {make.error !== null && <ProblemAlert error={make.error} />}
          <Group justify="space-between">
            <Text size="sm" role="status">
              {isWhole ? t('finding.ready') : t('finding.needs')}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={make.isPending} disabled={!isWhole}>
                {t('finding.do')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
