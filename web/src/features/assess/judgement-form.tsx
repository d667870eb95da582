import { Alert, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { useKeys } from '@/keys/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { ChecklistFields } from './checklist-fields';
import { ConfirmJudgement } from './confirm-judgement';
import { CredibilityChoice } from './credibility-choice';
import { gapsOf, isJudgementEvidence, verdicts } from './draft';
import { EvidenceChoice } from './evidence-choice';
import { useDraft } from './use-draft';
import { faultAt, isAllByField, useJudge } from './use-judge';
import type { Records } from './use-records';
import { VerdictChoice } from './verdict-choice';

interface Props {
  readonly claim: Schemas['Claim'];
  readonly kind: 'assessment' | 'ruling';
  readonly records: Records;
  readonly draftKey: string;
  /** One has assessed the claim before: this will take the place of that. */
  readonly supersedes: boolean;
  /** How many assessments a ruling would decide between. */
  readonly covered: number;
  /** Opened by the person just now, and not because a draft was kept. */
  readonly isAsked: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A verdict with its reasons and evidence. Nothing is sent before what was chosen has been read back and confirmed. */
export function JudgementForm({
  claim,
  kind,
  records,
  draftKey,
  supersedes,
  covered,
  isAsked,
  onClose,
  onDone,
}: Props) {
  const { t } = useTranslation('assess');
  const { draft, change, add, discard, isKept } = useDraft(draftKey);
  const [isConfirming, setIsConfirming] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const rationale = useRef<HTMLTextAreaElement>(null);
  const judge = useJudge(claim, kind, {
    onDone: () => {
      discard();
      onDone();
    },
    // Back to the fields, at the first that is at fault: what is sent next is read back anew.
    onRefused: () => {
      setIsConfirming(false);
      requestAnimationFrame(() =>
        (box.current?.querySelector<HTMLElement>('[aria-invalid=true]') ?? rationale.current)?.focus(),
      );
    },
  });
  const gaps = gapsOf(draft);
  const focus = (part: string) => box.current?.querySelector<HTMLElement>(`[data-part=${part}]`)?.focus();
  useEffect(() => {
    if (isAsked) box.current?.querySelector<HTMLElement>('[data-part=verdict]')?.focus();
  }, [isAsked]);
  const review = () => {
    setWasAsked(true);
    const [first] = gaps;
    if (first === undefined) setIsConfirming(true);
    else if (first === 'rationale') rationale.current?.focus();
    else focus(first === 'verdict' ? 'verdict' : 'evidence');
  };
  const submit = () => {
    if (isConfirming) judge.send(draft);
    else review();
  };
  useKeys(t(kind === 'ruling' ? 'keys.ruling' : 'keys.assessing'), [
    ...verdicts.map((verdict, index) => ({
      keys: String(index + 1),
      label: t('keys.choose', { verdict: t(`verdict.${verdict}.word` as never) }),
      run: () => change({ verdict }),
    })),
    { keys: 'e', label: t('keys.evidence'), run: (event) => (event.preventDefault(), focus('evidence')) },
    {
      keys: 'r',
      label: t('keys.rationale'),
      run: (event) => (event.preventDefault(), rationale.current?.focus()),
    },
    { keys: '$mod+Enter', label: t('keys.submit'), run: submit },
  ]);
  return (
    <Paper
      ref={box}
      withBorder
      p="sm"
      component="section"
      aria-label={t(`form.title.${kind}` as never)}
      // Here the keys mean this form, whatever else on the page listens to them.
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
    >
      <Stack gap="md">
        <div>
          <Title order={4} size="h5">
            {t(`form.title.${kind}` as never)}
          </Title>
          {supersedes && <Text size="sm">{t('form.supersedes')}</Text>}
          {kind === 'ruling' && <Text size="sm">{t('form.covers', { count: covered })}</Text>}
        </div>
        <VerdictChoice
          value={draft.verdict}
          onChange={(verdict) => change({ verdict })}
          error={
            faultAt(judge.error, 'verdict') ??
            (wasAsked && gaps.includes('verdict') ? t('gap.verdict') : null)
          }
        />
        <CredibilityChoice
          value={draft.credibility}
          onChange={(credibility) => change({ credibility })}
          error={faultAt(judge.error, 'credibility')}
        />
        <EvidenceChoice
          evidence={draft.evidence}
          records={records}
          onAdd={(entry) => {
            if (isJudgementEvidence(entry)) add(entry);
          }}
          onChange={(evidence) => change({ evidence: evidence.filter(isJudgementEvidence) })}
          error={
            faultAt(judge.error, 'evidence') ??
            (wasAsked && gaps.includes('evidence')
              ? t('gap.evidence')
              : wasAsked && gaps.includes('noteOfNone')
                ? t('gap.noteOfNone')
                : null)
          }
        />
        <Textarea
          ref={rationale}
          label={t('form.rationale')}
          description={t('form.rationaleHelp')}
          required
          autosize
          minRows={3}
          maxRows={14}
          maxLength={20_000}
          dir="auto"
          value={draft.rationale}
          onChange={(event) => change({ rationale: event.currentTarget.value })}
          error={
            faultAt(judge.error, 'rationale') ??
            (wasAsked && gaps.includes('rationale') ? t('gap.rationale') : null)
          }
        />
        <ChecklistFields
          type={claim.type}
          checklist={draft.checklist}
          onChange={(checklist) => change({ checklist })}
        />
        {!isKept && <Alert color="orange">{t('form.notKept')}</Alert>}
        {judge.error !== null && !isAllByField(judge.error) && <ProblemAlert error={judge.error} />}
        {isConfirming && gaps.length === 0 ? (
          <ConfirmJudgement
            draft={draft}
            kind={kind}
            type={claim.type}
            isSending={judge.isSending}
            onConfirm={() => judge.send(draft)}
            onBack={() => {
              setIsConfirming(false);
              rationale.current?.focus();
            }}
          />
        ) : (
          <Group justify="space-between" align="center">
            <Text size="sm" role="status" style={{ flex: 1, minInlineSize: 180 }}>
              {gaps.length === 0
                ? t('form.ready')
                : `${t('form.missing')} ${gaps.map((gap) => t(`gap.short.${gap}` as never)).join(t('comma'))}`}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('form.later')}
              </Button>
              <Button onClick={review}>{t('form.review')}</Button>
            </Group>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
