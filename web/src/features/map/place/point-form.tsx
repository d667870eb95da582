import { Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { coordinates } from './coordinates';
import type { DraftPlace } from './place-content';
import { distanceQuery } from './place-queries';

interface Props {
  readonly draft: DraftPlace;
  readonly onChange: (change: Partial<DraftPlace>) => void;
}

/** The found point by hand: coordinates in any notation, how sure they are, and where the camera looked. */
export function PointForm({ draft, onChange }: Props) {
  const { t } = useTranslation('map');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const read = useMutation({
    mutationFn: (written: string) => queries.fetchQuery(distanceQuery(written, written)),
    onSuccess: ({ from }) => {
      onChange({ point: from });
      setText('');
    },
  });
  return (
    <Stack gap="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') read.mutate(text.trim());
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={t('draft.coordinates')}
            description={t('draft.notations')}
            // The dimmed grey has less than 4.5:1 on the ground of an open section.
            styles={{ description: { color: 'var(--mantine-color-text)' } }}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              read.reset();
            }}
            error={read.isError && <bdi>{reasonOf(read.error)}</bdi>}
            dir="ltr"
            flex={1}
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" variant="default" loading={read.isPending}>
            {t('draft.set')}
          </Button>
        </Group>
      </form>
      <Text size="sm" role="status">
        {draft.point === null ? (
          t('draft.none')
        ) : (
          <>
            {t('draft.is')} <b dir="ltr">{coordinates(draft.point)}</b>
          </>
        )}
      </Text>
      {draft.point !== null && (
        <SimpleGrid cols={3} spacing="xs" style={{ alignItems: 'end' }}>
          <Degrees
            label={t('draft.uncertainty')}
            value={draft.uncertaintyM}
            max={1_000_000}
            min={1}
            onChange={(uncertaintyM) => onChange({ uncertaintyM })}
          />
          <Degrees
            label={t('draft.direction')}
            value={draft.viewDirectionDeg}
            min={0}
            max={360}
            onChange={(viewDirectionDeg) => onChange({ viewDirectionDeg })}
          />
          <Degrees
            label={t('draft.field')}
            value={draft.fieldOfViewDeg}
            min={1}
            max={360}
            onChange={(fieldOfViewDeg) => onChange({ fieldOfViewDeg })}
          />
        </SimpleGrid>
      )}
    </Stack>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number | null) => void;
}

function Degrees({ label, value, min, max, onChange }: NumberProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      min={min}
      max={max}
      clampBehavior="blur"
      hideControls
    />
  );
}

/** The API names what it could not read. */
function reasonOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return String(error);
  return error.errors[0]?.message ?? error.message;
}
