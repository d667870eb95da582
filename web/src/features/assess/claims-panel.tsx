import './assess.css';
import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '@/api/queries';
import { useKeys } from '@/keys/keys';
import { EmptyState } from '@/ui/empty-state';
import { useWorkspace } from '@/workspace/workspace';
import { Argued } from './argued';
import { CheckOutcomes } from './check-outcomes';
import { ClaimCard } from './claim-card';
import { ClaimForm } from './claim-form';
import { isConcluded } from './standing';
import { useRecords } from './use-records';
import { WorkHint } from './work-hint';

/** The claims of a clip, with what speaks for and against each, and the judging of them. */
export function ClaimsPanel() {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const role = useRole(clip.caseId);
  const [openId, open] = useOpenClaim();
  const [isAdding, setIsAdding] = useState(false);
  const isReviewer = role === 'reviewer' || role === 'lead';
  const step = (by: 1 | -1) => {
    const at = clip.claims.findIndex(({ id }) => id === openId);
    const next = clip.claims.at((at + (at < 0 && by < 0 ? 0 : by)) % clip.claims.length);
    if (next === undefined) return;
    open(next.id);
    requestAnimationFrame(() => document.getElementById(`claim-head-${next.id}`)?.focus());
  };
  useKeys(t('keys.claims'), [
    { keys: 'n', label: t('keys.next'), run: () => step(1) },
    { keys: 'p', label: t('keys.previous'), run: () => step(-1) },
  ]);
  return (
    <Stack gap="sm" component="section" aria-label={t('title')}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('title')}
        </Title>
        {isReviewer && clip.work !== 'closed' && !isAdding && (
          <Button size="compact-sm" variant="default" onClick={() => setIsAdding(true)}>
            {t('claim.add')}
          </Button>
        )}
      </Group>
      <WorkHint />
      {isAdding && (
        <ClaimForm
          onClose={(made) => {
            setIsAdding(false);
            if (made !== null) open(made);
          }}
        />
      )}
      {clip.claims.length === 0 && !isAdding && (
        <EmptyState title={t('none.title')}>{t('none.what')}</EmptyState>
      )}
      {clip.claims.map((claim) => (
        <ClaimCard
          key={claim.id}
          claim={claim}
          isOpen={claim.id === openId}
          onToggle={() => open(claim.id === openId ? null : claim.id)}
        />
      ))}
      {isReviewer && <OfTheClip />}
    </Stack>
  );
}

/** What concerns no claim in particular. */
function OfTheClip() {
  const { t } = useTranslation('assess');
  const { openPanel } = useWorkspace();
  const records = useRecords();
  return (
    <Paper component="section" withBorder p="sm" aria-label={t('whole.title')}>
      <Stack gap="xs">
        <Title order={3} size="h6">
          {t('whole.title')}
        </Title>
        <Argued claim={null} records={records} />
        <CheckOutcomes claimId={null} />
        {records.matches.length > 0 && (
          <Group>
            <Button size="compact-sm" variant="default" onClick={() => openPanel('matches')}>
              {t('whole.matches', { count: records.matches.length })}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** Which claim is open is part of the page's address; at first the first that still waits. */
function useOpenClaim(): [string | null, (id: string | null) => void] {
  const { clip } = useWorkspace();
  const search: { readonly claim?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  // Chosen once: a claim that is concluded while one reads it must not close under one's eyes.
  const [first] = useState(
    () => (clip.claims.find(({ verdict }) => !isConcluded(verdict)) ?? clip.claims[0])?.id ?? null,
  );
  const open = (id: string | null) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, claim: id ?? 'none' }),
      replace: true,
      resetScroll: false,
    });
  if (search.claim === 'none') return [null, open];
  const asked = clip.claims.find(({ id }) => id === search.claim);
  return [asked?.id ?? first, open];
}
