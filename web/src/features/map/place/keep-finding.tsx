import { Alert, Button, Checkbox, Group, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { clockOfMs } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { missingOf, requestOf, type Argument, type Calculation, type Stance } from './finding-request';

interface Props {
  readonly check: 'geolocation' | 'chronolocation';
  readonly claims: readonly Schemas['Claim'][];
  readonly foundValue: Record<string, unknown> | null;
  readonly calculation: Calculation | null;
  /** What the calculation says, in a sentence. */
  readonly calculated: string | null;
  readonly onKept?: () => void;
}

const stances: readonly Stance[] = ['supports', 'contradicts', 'neutral'];

/** An argument for or against a claim. The person takes the stance; the desk never does. */
export function KeepFinding({ check, claims, foundValue, calculation, calculated, onKept }: Props) {
  const { t } = useTranslation('map');
  const { clip, frame, evidence: basket } = useWorkspace();
  const queries = useQueryClient();
  const [claimId, setClaimId] = useState<string | null>(claims.length === 1 ? (claims[0]?.id ?? null) : null);
  const [stance, setStance] = useState<Stance | null>(null);
  const [summary, setSummary] = useState('');
  const [usesFrame, setUsesFrame] = useState(false);
  const [usesBasket, setUsesBasket] = useState(true);
  const [usesCalculation, setUsesCalculation] = useState(true);
  const [isTried, setTried] = useState(false);
  const argument: Argument = {
    check,
    claimId,
    stance,
    summary,
    foundValue,
    calculation: usesCalculation ? calculation : null,
    evidence: [
      ...(usesFrame && frame !== undefined ? [{ kind: 'frame' as const, ref: frame.id }] : []),
      ...(usesBasket ? basket : []),
    ],
  };
  const missing = isTried ? missingOf(argument) : [];
  const keep = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/clips/{id}/findings', {
          params: { path: { id: clip.id } },
          body: requestOf(argument),
        }),
      ),
    onSuccess: async () => {
      notifications.show({
        message: t('keep.done'),
        color: 'teal',
        closeButtonProps: { 'aria-label': t('close') },
      });
      setSummary('');
      setStance(null);
      setTried(false);
      await queries.invalidateQueries({ queryKey: keys.clip(clip.id) });
      onKept?.();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missingOf(argument).length === 0) keep.mutate();
      }}
    >
      <Stack gap="xs">
        <Select
          label={t('keep.claim')}
          placeholder={foundValue === null ? t('keep.noClaim') : ''}
          data={claims.map(({ id, statement }) => ({ value: id, label: shortened(statement) }))}
          value={claimId}
          onChange={setClaimId}
          clearable={foundValue === null}
          error={
            missing.includes('claim') && t(claims.length === 0 ? 'keep.needsClaimFirst' : 'keep.needsClaim')
          }
        />
        <Radio.Group
          label={t('keep.stance')}
          value={stance}
          onChange={(value) => setStance(value)}
          error={missing.includes('stance') && t('keep.needsStance')}
        >
          <Group gap="md" mt={4}>
            {stances.map((value) => (
              <Radio key={value} value={value} label={t(`stance.${value}` as never)} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={t('keep.summary')}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
          dir="auto"
          error={missing.includes('summary') && t('keep.needsSummary')}
        />
        <Stack gap={4} component="fieldset" style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" size="sm" fw={500} p={0}>
            {t('keep.evidence')}
          </Text>
          {calculation !== null && (
            <Checkbox
              checked={usesCalculation}
              onChange={(event) => setUsesCalculation(event.currentTarget.checked)}
              label={`${t('keep.calculation')} ${calculated ?? ''}`}
            />
          )}
          {frame !== undefined && (
            <Checkbox
              checked={usesFrame}
              onChange={(event) => setUsesFrame(event.currentTarget.checked)}
              label={t('keep.frame', { at: clockOfMs(frame.ptsMs) })}
            />
          )}
          {basket.length > 0 && (
            <Checkbox
              checked={usesBasket}
              onChange={(event) => setUsesBasket(event.currentTarget.checked)}
              label={t('keep.basket', { count: basket.length })}
            />
          )}
          {missing.includes('evidence') && (
            <Alert color="red" role="alert">
              {t('keep.needsEvidence')}
            </Alert>
          )}
        </Stack>
        {keep.isError && <ProblemAlert error={keep.error} />}
        <Group>
          <Button type="submit" loading={keep.isPending}>
            {t('keep.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function shortened(statement: string): string {
  const letters = Array.from(statement);
  return letters.length > 90 ? `${letters.slice(0, 90).join('')}…` : statement;
}
