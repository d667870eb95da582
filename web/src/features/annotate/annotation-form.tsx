import { Button, Group, Paper, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/problem-alert';
import { clockOfMs } from '@/ui/time';
import type { Clip } from '@/workspace/workspace';
import classes from './annotate-panel.module.css';
import { ClaimField } from './claim-field';
import { keepsDrawing, sensibleMotivation, type Draft, type Lack, type Motivation } from './draft';
import { LandmarkField } from './landmark-field';
import type { Grip } from './move-region';
import { ClockField } from './range-field';
import { RegionNumbers } from './region-numbers';
import { SubjectField } from './subject-field';

const motivations: readonly Motivation[] = [
  'tagging',
  'describing',
  'identifying',
  'linking',
  'commenting',
  'questioning',
  'highlighting',
];

interface Props {
  readonly clip: Clip;
  readonly draft: Draft;
  readonly frameMs: number | undefined;
  readonly hereMs: number;
  readonly grip: Grip;
  readonly lacks: readonly Lack[];
  readonly isSaving: boolean;
  readonly error: unknown;
  /** Somebody else's newer wording, when there is one: to be chosen from before saving. */
  readonly conflict: ReactNode;
  readonly onChange: (draft: Draft) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** What is said about the region or the time: kept as it is typed, until it is saved or dropped. */
export function AnnotationForm(props: Props) {
  const { clip, draft, frameMs, hereMs, grip, lacks, isSaving, error, conflict, onChange, onSave, onCancel } =
    props;
  const { t } = useTranslation('annotate');
  const form = useRef<HTMLFormElement>(null);
  // The first field, for whoever writes without a mouse; regions are drawn first.
  const startsInWords = draft.tool === 'whole' || draft.base !== null;
  useEffect(() => {
    if (startsInWords) form.current?.querySelector<HTMLInputElement>('input[name=label]')?.focus();
  }, [startsInWords]);
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const usual = sensibleMotivation(draft);
  return (
    <Paper
      component="form"
      ref={form}
      withBorder
      p="sm"
      aria-label={draft.base === null ? t('newAnnotation') : t('changeAnnotation')}
      onSubmit={(event) => {
        event.preventDefault();
        if (lacks.length === 0 && !isSaving) onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {draft.base === null ? t('newAnnotation') : t('changeAnnotation')}
          {draft.tool !== 'range' && frameMs !== undefined && (
            <Text span className={classes['muted'] ?? ''} ms={6}>
              {t('onFrameAt')} <span dir="ltr">{clockOfMs(frameMs)}</span>
            </Text>
          )}
        </Text>
        {draft.tool === 'range' && (
          <SimpleGrid type="container" cols={{ base: 1, '26rem': 2 }} spacing="xs">
            <ClockField
              label={t('start')}
              hereLabel={t('startHere')}
              valueMs={draft.startMs}
              hereMs={hereMs}
              onChange={(startMs) => set({ startMs })}
            />
            <ClockField
              label={t('end')}
              hereLabel={t('endHere')}
              valueMs={draft.endMs}
              hereMs={hereMs}
              onChange={(endMs) => set({ endMs })}
            />
          </SimpleGrid>
        )}
        {draft.shape !== null && (
          <RegionNumbers shape={draft.shape} grip={grip} onShape={(shape) => set({ shape })} />
        )}
        {keepsDrawing(draft) && <Text size="sm">{t('keepsDrawing')}</Text>}
        <TextInput
          name="label"
          size="xs"
          label={t('label')}
          description={t('labelHint')}
          dir="auto"
          maxLength={20_000}
          value={draft.label}
          onChange={(event) => set({ label: event.currentTarget.value })}
        />
        <Textarea
          size="xs"
          label={t('note')}
          dir="auto"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={20_000}
          value={draft.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <SubjectField
          caseId={clip.caseId}
          clipId={clip.id}
          value={draft.subjectId}
          onChange={(subjectId) => set({ subjectId })}
        />
        <LandmarkField value={draft.landmark} onChange={(landmark) => set({ landmark })} />
        <ClaimField claims={clip.claims} value={draft} onChange={set} />
        <Select
          size="xs"
          label={t('motivation')}
          data={motivations.map((value) => ({
            value,
            label: t(`motivations.${value}` as never),
          }))}
          value={draft.motivation ?? usual}
          onChange={(chosen) => set({ motivation: chosen === null || chosen === usual ? null : chosen })}
          allowDeselect={false}
        />
        {error !== null && error !== undefined && <ProblemAlert error={error} />}
        {conflict}
        {lacks.length > 0 && (
          <Text size="sm" id="annotation-lacks">
            {t('stillNeeded')} {lacks.map((lack) => t(`lack.${lack}` as never)).join(' ')}
          </Text>
        )}
        <Group gap="xs">
          <Button
            type="submit"
            loading={isSaving}
            disabled={lacks.length > 0}
            {...(lacks.length > 0 ? { 'aria-describedby': 'annotation-lacks' } : {})}
          >
            {t('save')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
