import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError, type Schemas } from '@/api/problem';
import { useWorkspace } from '@/workspace/workspace';
import type { Draft } from './draft';

const FIELDS = ['verdict', 'credibility', 'evidence', 'rationale'] as const;
type Field = (typeof FIELDS)[number];

const isOf = (path: string, field: Field) => path === field || path.startsWith(`${field}.`);

/** What the desk said of one field of the form; null when nothing. */
export function faultAt(error: Error | null, field: Field): string | null {
  if (!(error instanceof ProblemError)) return null;
  const said = error.errors.filter(({ path }) => isOf(path, field)).map(({ message }) => message);
  return said.length === 0 ? null : [error.message, ...said].join(' ');
}

/** Whether everything that the desk said stands beside a field already. */
export function isAllByField(error: Error | null): boolean {
  return (
    error instanceof ProblemError &&
    error.errors.length > 0 &&
    error.errors.every(({ path }) => FIELDS.some((field) => isOf(path, field)))
  );
}

/** Sends an assessment or a ruling. Sent again after a lost answer or session, it is taken once. */
export function useJudge(
  claim: Schemas['Claim'],
  kind: 'assessment' | 'ruling',
  { onDone, onRefused }: { readonly onDone: () => void; readonly onRefused: () => void },
) {
  const { clip } = useWorkspace();
  const queries = useQueryClient();
  const sent = useRef<{ readonly text: string; readonly key: string } | null>(null);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (draft: Draft) => {
      const body = bodyOf(draft);
      const text = JSON.stringify(body);
      if (sent.current?.text !== text) sent.current = { text, key: crypto.randomUUID() };
      const request = {
        params: { path: { id: claim.id }, header: { 'Idempotency-Key': sent.current.key } },
        body,
      };
      return kind === 'ruling'
        ? answer(api.POST('/api/v1/claims/{id}/ruling', request))
        : answer(api.POST('/api/v1/claims/{id}/assessments', request));
    },
    onSuccess: () => {
      onDone();
      void queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
    },
    // Refused, because the claim is not what it was: what is shown must be what is.
    onError: () => {
      onRefused();
      void queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
    },
  });
  return {
    send: (draft: Draft) => {
      if (!isPending) mutate(draft);
    },
    error,
    isSending: isPending,
  };
}

export function bodyOf({ verdict, credibility, rationale, evidence, checklist }: Draft) {
  if (verdict === null) throw new Error('a judgement without a verdict cannot be sent');
  return {
    verdict,
    credibility,
    rationale: rationale.trim(),
    evidence: [...evidence],
    checklist: Object.entries(checklist)
      .filter(([, { state, note }]) => state === 'done' || note.trim() !== '')
      .map(([step, { state, note }]) => ({
        step,
        state,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      })),
  };
}
