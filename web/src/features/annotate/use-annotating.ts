import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { ProblemError } from '@/api/problem';
import type { Frame } from '@/workspace/workspace';
import { acts, annotationsQuery, oneAnnotation, type AllAnnotations } from './annotation-api';
import { requestAgain, requestOf, type Annotation, type Draft } from './draft';
import { useDraft } from './draft-store';
import { historyOf } from './history';
import { placeOf, sourceOf } from './place';

/** Writing, changing, deleting and undoing a clip's annotations: every act is the API's own. */
export function useAnnotating(clipId: string, frames: readonly Frame[]) {
  const { t } = useTranslation('annotate');
  const queries = useQueryClient();
  const [draft, setDraft] = useDraft(clipId);
  const [said, setSaid] = useState('');
  const [theirs, setTheirs] = useState<Annotation | null>(null);
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const history = historyOf(clipId);
  const { queryKey } = annotationsQuery(clipId);

  const show = (change: (items: readonly Annotation[]) => readonly Annotation[]) => {
    queries.setQueryData<AllAnnotations>(queryKey, (now) => now && { ...now, items: change(now.items) });
    void queries.invalidateQueries({ queryKey: keys.clip(clipId) });
    void queries.invalidateQueries({ queryKey: keys.subjects });
  };

  const save = useMutation({
    mutationFn: async (written: Draft): Promise<Annotation> => {
      const place = placeOf(written, clipId);
      const size = frames.find(({ id }) => id === written.frameId);
      if (written.base === null) return history.make(acts, place, requestOf(written, sourceOf(place), size));
      const { id, version, target } = written.base;
      const request = requestOf(written, target.source, size);
      return history.replace(acts, { id, version, place }, requestAgain(written.base), request);
    },
    onSuccess: (annotation) => {
      setDraft(null);
      setTheirs(null);
      setSaid(t('saved'));
      show((items) => [...items.filter(({ id }) => id !== annotation.id), annotation].toSorted(byMaking));
    },
    onError: async (error, written) => {
      if (!(error instanceof ProblemError) || error.status !== 412 || written.base === null) return;
      setTheirs(await oneAnnotation(written.base.id));
    },
  });

  const remove = useMutation({
    mutationFn: async (annotation: Annotation) => {
      const { id, version } = annotation;
      await history.withdraw(
        acts,
        { id, version, place: placeOf(annotation, clipId) },
        requestAgain(annotation),
      );
      return id;
    },
    onSuccess: (gone) => {
      setSaid(t('deleted'));
      show((items) => items.filter(({ id }) => id !== gone));
    },
    onError: (error) => tellProblem(error, t('notDeleted')),
  });

  const step = useMutation({
    mutationFn: (direction: 'undo' | 'redo') => history[direction](acts),
    onSuccess: (kind, direction) => {
      if (kind !== undefined) setSaid(t(`${direction}ne.${kind}` as never));
    },
    onError: (error) => tellProblem(error, t('notUndone')),
    onSettled: () => {
      refresh();
      return queries.invalidateQueries({ queryKey: keys.clip(clipId) });
    },
  });

  return {
    draft,
    setDraft: (next: Draft | null) => {
      if (next === null) {
        save.reset();
        setTheirs(null);
      }
      setDraft(next);
    },
    /** For screen readers: what has just happened. */
    said,
    say: setSaid,
    save,
    remove,
    step,
    canUndo: history.canUndo && !step.isPending,
    canRedo: history.canRedo && !step.isPending,
    /** What somebody else saved while this draft was written. */
    theirs,
    keepMine: () => {
      if (draft === null || theirs === null) return;
      const rebased = { ...draft, base: theirs };
      setDraft(rebased);
      setTheirs(null);
      save.mutate(rebased);
    },
  };
}

function byMaking(one: Annotation, other: Annotation): number {
  return one.created < other.created ? -1 : Number(one.created > other.created);
}

function tellProblem(error: Error, title: string): void {
  notifications.show({ color: 'red', title, message: error.message });
}
