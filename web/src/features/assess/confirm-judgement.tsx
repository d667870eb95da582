import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { openSteps } from './checklist';
import type { Draft } from './draft';
import type { Schemas } from '@/api/problem';

interface Props {
  readonly draft: Draft;
  readonly kind: 'assessment' | 'ruling';
  readonly type: Schemas['Claim']['type'];
  readonly isSending: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** Reads back what was chosen before it counts. */
export function ConfirmJudgement({ draft, kind, type, isSending, onConfirm, onBack }: Props) {
  const { t } = useTranslation('assess');
  const open = openSteps(type, draft.checklist).length;
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  return (
    <Alert color="blue" title={t('confirm.title')} role="group" aria-label={t('confirm.title')}>
      <div role="status">
        <Text>
          {t('confirm.what', {
            verdict: t(`verdict.${draft.verdict}.word` as never),
            digit: draft.credibility,
            words: t(`credibility.${draft.credibility}` as never),
          })}{' '}
          {t('confirm.evidence', { count: draft.evidence.length })}
        </Text>
        <Text size="sm">{open === 0 ? t('confirm.allSteps') : t('confirm.openSteps', { count: open })}</Text>
        <Text size="sm">{t(kind === 'ruling' ? 'confirm.ruling' : 'confirm.assessment')}</Text>
      </div>
      <Group justify="flex-end" mt="sm" gap="xs">
        <Button variant="default" onClick={onBack}>
          {t('confirm.back')}
        </Button>
        <Button ref={confirm} loading={isSending} onClick={onConfirm}>
          {t('confirm.do')}
        </Button>
      </Group>
    </Alert>
  );
}
