import { Alert, Button, List, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemError } from '@/api/problem';
import { useNames } from '@/api/queries';
import { ProblemAlert } from '@/ui/problem-alert';
import { Moment } from '@/ui/time';
import type { Film } from './domain/film';
import type { Match } from './domain/segment-map';
import { MatchStateBadge } from './match-facts';
import { matchQuery } from './queries';

export type DecisionState = Match['state'];

interface Props {
  readonly match: Match;
  readonly clips: readonly Film['clip'][];
  /** What is about to be said; also from the keys. */
  readonly wanted: DecisionState | null;
  readonly onWant: (state: DecisionState | null) => void;
}

/** What people said of the match, and saying it: never without reasons, and never over somebody else's newer word. */
export function Decision({ match, clips, wanted, onWant }: Props) {
  const { t } = useTranslation('compare');
  const queries = useQueryClient();
  const names = useNames(clips[0]?.caseId);
  const [rationale, setRationale] = useState('');
  const reasons = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (wanted !== null) reasons.current?.focus();
  }, [wanted]);
  const decide = useMutation({
    mutationFn: (state: DecisionState) =>
      answer(
        api.POST('/api/v1/matches/{id}/decision', {
          params: {
            path: { id: match.id },
            header: { 'If-Match': `"${match.id}.${match.version}"` },
          },
          body: { state, rationale },
        }),
      ),
    onSuccess: async () => {
      setRationale('');
      onWant(null);
      for (const { id } of clips) await queries.invalidateQueries({ queryKey: keys.clip(id) });
    },
    // The newer state is shown above what was typed, which stays.
    onError: (error) => {
      if (error instanceof ProblemError && [409, 412].includes(error.status))
        void queries.invalidateQueries(matchQuery(match.ofClipId, match.id));
    },
  });
  const { decision } = match;
  const options = (['confirmed', 'rejected', 'suggested'] as const).filter((state) => state !== match.state);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="decision">
      <Stack gap="sm">
        <Title order={2} size="h5" id="decision">
          {t('decision')}
        </Title>
        <div aria-live="polite">
          <MatchStateBadge state={match.state} />
          {decision === null ? (
            <Text size="sm">{t('undecided')}</Text>
          ) : (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <bdi>{names.get(decision.by) ?? t('somebody')}</bdi>, <Moment at={decision.at} />:{' '}
              <bdi>{decision.rationale}</bdi>
            </Text>
          )}
        </div>
        {clips.every(({ work }) => work === 'closed') ? (
          <Alert color="gray">{t('sealed')}</Alert>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (wanted !== null && rationale.trim() !== '') decide.mutate(wanted);
            }}
          >
            <Stack gap="sm">
              <Radio.Group
                label={t('yourWord')}
                value={wanted ?? ''}
                onChange={(value) => onWant(value as DecisionState)}
              >
                <Stack gap={6} mt={4}>
                  {options.map((state) => (
                    <Radio key={state} value={state} label={t(`decide.${state}` as never)} />
                  ))}
                </Stack>
              </Radio.Group>
              {wanted !== null && (
                <List size="sm" spacing={2}>
                  {consequences[wanted].map((what) => (
                    <List.Item key={what}>{t(`consequence.${what}` as never)}</List.Item>
                  ))}
                </List>
              )}
              <Textarea
                ref={reasons}
                label={t('rationale')}
                description={t('rationaleHow')}
                autosize
                minRows={3}
                maxRows={10}
                maxLength={5_000}
                dir="auto"
                value={rationale}
                onChange={({ currentTarget: { value } }) => setRationale(value)}
              />
              {decide.error !== null && <ProblemAlert error={decide.error} />}
              <Button
                type="submit"
                loading={decide.isPending}
                disabled={wanted === null || rationale.trim() === ''}
              >
                {t('record')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Paper>
  );
}

const consequences: Readonly<Record<DecisionState, readonly string[]>> = {
  confirmed: ['oneOrigin', 'checksAgain', 'verdictsStay', 'custody'],
  rejected: ['noCluster', 'checksAgain', 'verdictsStay', 'custody'],
  suggested: ['open', 'checksAgain', 'custody'],
};
