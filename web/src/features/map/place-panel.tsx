import { Accordion, Loader, Stack, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useRole } from '@/api/queries';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import { useWorkspace } from '@/workspace/workspace';
import { MapCanvas } from './canvas/map-canvas';
import type { Point } from './canvas/map-content';
import { Candidates } from './place/candidates';
import { useDraft } from './place/draft-store';
import { foundValueOf } from './place/finding-request';
import { KeepFinding } from './place/keep-finding';
import { placeContent, type DraftPlace, type PlaceScene } from './place/place-content';
import { PlaceDistance } from './place/place-distance';
import { claimedPlaces, foundPlaces, landmarkPairs } from './place/place-facts';
import { PlaceList } from './place/place-list';
import { annotationsQuery, candidatesQuery, embeddedPlaceQuery, findingsQuery } from './place/place-queries';
import { PointForm } from './place/point-form';
import { SunPanel, type Sky } from './sun/sun-panel';

const TYPING_MS = 300;

/** Where the clip was filmed: what is said, embedded and found, on a map and in words, with the sun and the shadows there. */
export function PlacePanel() {
  const { t } = useTranslation('map');
  const { clip } = useWorkspace();
  const me = useMe();
  const role = useRole(clip.caseId);
  if (me.isPending) return <Loader aria-label={t('loading')} />;
  if (role === undefined || role === 'submitter')
    return <EmptyState title={t('panel.reviewersOnly')}>{t('panel.reviewersOnlyWhy')}</EmptyState>;
  return <Places key={clip.id} />;
}

function Places() {
  const { t } = useTranslation('map');
  const { clip } = useWorkspace();
  const [draft, change] = useDraft(clip.id);
  const findings = useQuery(findingsQuery(clip.id));
  const annotations = useQuery(annotationsQuery(clip.id));
  const embedded = useQuery(embeddedPlaceQuery(clip.id));
  const claimed = useMemo(() => claimedPlaces(clip.claims), [clip.claims]);
  const anchor = claimed.find(({ point }) => point !== null) ?? null;
  const [name, setName] = useState(() => claimed.find(({ place }) => place !== null)?.place ?? '');
  const [asked] = useDebouncedValue(name, TYPING_MS);
  const candidates = useQuery(candidatesQuery(asked, anchor?.point ?? null));
  const [sky, setSky] = useState<Sky | null>(null);
  const found = useMemo(() => foundPlaces(findings.data ?? [], clip.claims), [findings.data, clip.claims]);
  const landmarks = useMemo(() => landmarkPairs(annotations.data ?? []), [annotations.data]);
  const here = draft.point ?? found.at(-1)?.point ?? anchor?.point ?? embedded.data ?? null;
  const scene: PlaceScene = useMemo(
    () => ({
      claimed,
      found,
      landmarks,
      embedded: embedded.data ?? null,
      candidates: candidates.data?.items ?? [],
      draft,
      sky: sky === null || here === null ? null : { ...sky, at: here },
    }),
    [claimed, found, landmarks, embedded.data, candidates.data, draft, sky, here],
  );
  const content = useMemo(() => placeContent(scene), [scene]);
  // A point that somebody clicked must not move the map under their hand; one from elsewhere must come into sight.
  const [sights, setSights] = useState(0);
  const show = (next: Partial<DraftPlace>) => {
    change(next);
    if (next.point !== undefined) setSights(sights + 1);
  };
  const take = (point: Point) => show({ point });
  const failed = [findings, annotations, embedded].find(({ isError }) => isError);
  return (
    <Stack gap="sm">
      {failed !== undefined && <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />}
      <MapCanvas
        label={t('panel.mapLabel')}
        content={content}
        fitTo={`${clip.id} ${claimed.length} ${found.length} ${landmarks.length} ${embedded.isSuccess} ${candidates.isSuccess} ${sights}`}
        onPick={(point) => change({ point })}
      />
      <PlaceList scene={scene} onTake={take} />
      <Accordion multiple defaultValue={['found']} variant="contained" order={3}>
        <Section name="found" title={t('panel.found')}>
          <PointForm draft={draft} onChange={show} />
          {draft.point !== null && anchor?.point != null && (
            <PlaceDistance claimed={anchor.point} radiusM={anchor.radiusM} found={draft.point} />
          )}
          {draft.point !== null && (
            <>
              <Title order={4} size="h6">
                {t('keep.title')}
              </Title>
              <KeepFinding
                check="geolocation"
                claims={claimed.map(({ claim }) => claim)}
                foundValue={foundValueOf(draft)}
                calculation={
                  anchor?.point == null
                    ? null
                    : { kind: 'distance', input: { from: anchor.point, to: draft.point } }
                }
                calculated={t('keep.distance')}
              />
            </>
          )}
        </Section>
        <Section name="candidates" title={t('panel.candidates')}>
          <Candidates
            name={name}
            onName={setName}
            answer={candidates.data}
            error={candidates.error}
            isLoading={candidates.isFetching}
            onRetry={() => void candidates.refetch()}
            claimed={anchor?.point == null ? null : { point: anchor.point, radiusM: anchor.radiusM }}
            onTake={take}
          />
        </Section>
        <Section name="sun" title={t('panel.sun')}>
          <SunPanel point={here} onSky={setSky} />
        </Section>
      </Accordion>
    </Stack>
  );
}

interface SectionProps {
  readonly name: string;
  readonly title: string;
  readonly children: React.ReactNode;
}

function Section({ name, title, children }: SectionProps) {
  return (
    <Accordion.Item value={name}>
      <Accordion.Control>{title}</Accordion.Control>
      <Accordion.Panel>
        <Stack gap="xs">{children}</Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
