import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useNames, useRole } from '@/api/queries';
import { EmptyState } from '@/ui/empty-state';
import { useWorkspace } from '@/workspace/workspace';
import { clipSubjectsQuery, type AllAnnotations } from './annotation-api';
import { AnnotationItem } from './annotation-item';
import type { Annotation } from './draft';
import { isOnFrame } from './shown';
import type { useMarkAddress } from './use-mark-address';

interface Props {
  readonly all: AllAnnotations;
  readonly frameId: string | undefined;
  readonly address: ReturnType<typeof useMarkAddress>;
  readonly mayWrite: boolean;
  readonly onEdit: (annotation: Annotation) => void;
  readonly onDelete: (annotation: Annotation) => void;
}

/** The clip's annotations in words, those of the frame or all; each leads to where it was made. */
export function AnnotationList({ all, frameId, address, mayWrite, onEdit, onDelete }: Props) {
  const { t } = useTranslation('annotate');
  const { clip, evidence, addEvidence, selectFrame, seek } = useWorkspace();
  const me = useMe().data?.userId;
  const role = useRole(clip.caseId);
  const names = useNames(clip.caseId);
  const subjects = useQuery(clipSubjectsQuery(clip.id)).data ?? [];
  const shown =
    address.which === 'all' ? all.items : all.items.filter((annotation) => isOnFrame(annotation, frameId));
  const list = useRef<HTMLDivElement>(null);
  const { mark } = address;
  useEffect(() => {
    if (mark !== null) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [mark]);

  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {t('annotations', { count: all.items.length })}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('which')}
          value={address.which}
          onChange={(which) => address.setWhich(which)}
          data={[
            { value: 'frame', label: t('thisFrame') },
            { value: 'all', label: t('allFrames') },
          ]}
        />
      </Group>
      {all.isCut && <Text size="sm">{t('cut')}</Text>}
      {shown.length === 0 && (
        <EmptyState title={all.items.length === 0 ? t('none') : t('noneHere')}>
          {all.items.length === 0 ? t('noneHint') : t('noneHereHint')}
        </EmptyState>
      )}
      <Stack role="list" ref={list} gap="xs">
        {shown.map((annotation) => (
          <AnnotationItem
            key={annotation.id}
            annotation={annotation}
            subject={subjects.find(({ id }) => id === annotation.subjectId)}
            claim={clip.claims.find(({ id }) => id === annotation.claimId)}
            maker={names.get(annotation.creator.id)}
            isSelected={annotation.id === mark}
            isEvidence={evidence.some(({ kind, ref }) => kind === 'annotation' && ref === annotation.id)}
            mayChange={mayWrite && (role === 'lead' || annotation.creator.id === me)}
            onOpen={() => {
              address.setMark(annotation.id);
              if (annotation.frameId !== null) selectFrame(annotation.frameId);
              else seek(annotation.anchor.startMs ?? annotation.anchor.ptsMs ?? 0);
            }}
            onEdit={() => onEdit(annotation)}
            onDelete={() => onDelete(annotation)}
            onEvidence={() => addEvidence({ kind: 'annotation', ref: annotation.id })}
          />
        ))}
      </Stack>
    </Stack>
  );
}
