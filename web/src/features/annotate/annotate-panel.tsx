import { Alert, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '@/api/queries';
import { useKeys } from '@/keys/keys';
import { useVeil } from '@/safety/unveiled';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import { windowsStand } from '@/ui/windows';
import { useWorkspace } from '@/workspace/workspace';
import { annotationsQuery } from './annotation-api';
import { AnnotationForm } from './annotation-form';
import { AnnotationList } from './annotation-list';
import { ConflictView } from './conflict-view';
import { draftOf, emptyDraft, lacksOf, type Annotation, type Tool } from './draft';
import { FrameBoard } from './frame-board';
import type { Grip } from './move-region';
import { nearestFrame } from './place';
import { useSayMove } from './say-move';
import { marksOn } from './shown';
import { ToolBar, tools } from './tool-bar';
import { VeiledHint } from './veiled-hint';
import { useAnnotating } from './use-annotating';
import { useMarkAddress } from './use-mark-address';
import { useNews } from './use-news';
import classes from './annotate-panel.module.css';

/** Marks what is seen in a frame, or in a part of the clip's time, and shows what others marked. */
export function AnnotatePanel() {
  const { t } = useTranslation('annotate');
  const { clip, frames, ptsMs, frame: chosen } = useWorkspace();
  const role = useRole(clip.caseId);
  const veil = useVeil(clip);
  const { isVeiled } = veil;
  const address = useMarkAddress();
  const annotations = useQuery(annotationsQuery(clip.id));
  const annotating = useAnnotating(clip.id, frames);
  const [isLarge, setLarge] = useState(false);
  const [grip, setGrip] = useState<Grip>('whole');
  const { draft, setDraft, save, theirs } = annotating;
  const sayMove = useSayMove(annotating.say);
  useNews(annotations.data, annotating.say);

  const frame = frames.find(({ id }) => id === draft?.frameId) ?? chosen ?? nearestFrame(frames, ptsMs);
  const mayWrite = (role === 'reviewer' || role === 'lead') && clip.work !== 'closed';
  const isOpen = (tool: Tool) =>
    mayWrite &&
    draft?.base == null &&
    (tool === 'range' || (frame !== undefined && (tool === 'whole' || !isVeiled)));

  const choose = (tool: Tool) => {
    if (!isOpen(tool)) return;
    setGrip('whole');
    const at = { frameId: frame?.id ?? null, ptsMs: Math.round(ptsMs) };
    const fresh = emptyDraft(tool, at);
    // What was written is kept when another tool is taken up.
    setDraft(
      draft === null
        ? fresh
        : { ...draft, tool, shape: null, frameId: fresh.frameId, startMs: fresh.startMs },
    );
  };
  const undo = () => {
    if (draft === null && annotating.canUndo) annotating.step.mutate('undo');
  };
  const redo = () => {
    if (draft === null && annotating.canRedo) annotating.step.mutate('redo');
  };
  const drop = () => {
    const isWritten = draft !== null && (draft.label + draft.note).trim() !== '';
    if (!isWritten) setDraft(null);
    else
      void windowsStand().then(() =>
        modals.openConfirmModal({
          title: t('dropTitle'),
          children: <Text size="sm">{t('dropText')}</Text>,
          labels: { confirm: t('drop'), cancel: t('keepWriting') },
          confirmProps: { color: 'red' },
          onConfirm: () => setDraft(null),
        }),
      );
  };
  const edit = (annotation: Annotation) => {
    const on = frames.find(({ id }) => id === annotation.frameId);
    setGrip('whole');
    address.setMark(annotation.id);
    setDraft(draftOf(annotation, on ?? { width: 100, height: 100 }));
  };
  useKeys(t('annotate'), [
    ...tools.map(({ tool, keys }) => ({ keys, label: t(`tool.${tool}` as never), run: () => choose(tool) })),
    { keys: 'a a', label: isLarge ? t('smaller') : t('larger'), run: () => setLarge(!isLarge) },
    { keys: '$mod+z', label: t('undo'), run: (event: KeyboardEvent) => ifNotWriting(event, undo) },
    { keys: '$mod+Shift+z', label: t('redo'), run: (event: KeyboardEvent) => ifNotWriting(event, redo) },
  ]);

  const lacks = draft === null ? [] : lacksOf(draft, null);
  const tool = draft === null || draft.tool === 'whole' || draft.tool === 'range' ? null : draft.tool;
  return (
    <div className={`${classes['panel']} ${isLarge ? classes['large'] : ''}`}>
      <VisuallyHidden role="status">{annotating.said}</VisuallyHidden>
      <div className={classes['columns']}>
        <Stack gap="xs" className={classes['board'] ?? ''}>
          {mayWrite && (
            <ToolBar
              chosen={draft?.tool ?? null}
              isOpen={isOpen}
              onChoose={choose}
              onUndo={undo}
              onRedo={redo}
              canUndo={draft === null && annotating.canUndo}
              canRedo={draft === null && annotating.canRedo}
              isLarge={isLarge}
              onLarge={() => setLarge(!isLarge)}
            />
          )}
          {clip.work === 'closed' && <Alert color="gray">{t('closed')}</Alert>}
          {isVeiled && <VeiledHint onLift={veil.lift} />}
          {frame === undefined ? (
            <EmptyState title={t('noFrames')}>{t('noFramesHint')}</EmptyState>
          ) : (
            <FrameBoard
              key={frame.id}
              clip={clip}
              frame={frame}
              marks={marksOn(frame, annotations.data?.items ?? [], {
                selected: address.mark,
                without: draft?.base?.id,
              })}
              onPick={address.setMark}
              tool={tool}
              shape={draft?.shape ?? null}
              grip={grip}
              onShape={(shape, held) => {
                if (draft === null) return;
                setGrip(held ?? grip);
                setDraft({ ...draft, shape });
                sayMove(shape, held ?? grip);
              }}
            />
          )}
          {tool !== null && !isVeiled && <Text size="sm">{t(`howTo.${tool}` as never)}</Text>}
        </Stack>
        <Stack gap="sm" className={classes['words'] ?? ''}>
          {draft !== null && (
            <AnnotationForm
              key={draft.base?.id ?? 'new'}
              clip={clip}
              draft={draft}
              frameMs={draft.frameId === null ? undefined : frame?.ptsMs}
              hereMs={ptsMs}
              grip={grip}
              lacks={lacks}
              isSaving={save.isPending}
              error={theirs === null ? save.error : null}
              conflict={
                theirs !== null && (
                  <ConflictView
                    theirs={theirs}
                    mine={draft}
                    onKeepMine={annotating.keepMine}
                    onTakeTheirs={() => setDraft(null)}
                  />
                )
              }
              onChange={setDraft}
              onSave={() => save.mutate(draft)}
              onCancel={drop}
            />
          )}
          {annotations.isPending && <Skeleton height={120} aria-label={t('loading')} />}
          {annotations.error !== null && (
            <ProblemAlert error={annotations.error} onRetry={() => void annotations.refetch()} />
          )}
          {annotations.data !== undefined && (
            <AnnotationList
              all={annotations.data}
              frameId={frame?.id}
              address={address}
              mayWrite={mayWrite && draft === null}
              onEdit={edit}
              onDelete={(annotation) => annotating.remove.mutate(annotation)}
            />
          )}
        </Stack>
      </div>
    </div>
  );
}

/** A field has an undo of its own. */
function ifNotWriting(event: KeyboardEvent, act: () => void): void {
  const target = event.target as HTMLElement | null;
  if (target?.matches('input, textarea, select') === true) return;
  event.preventDefault();
  act();
}
