import { Alert, Button, Grid, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVeil } from '@/safety/unveiled';
import { Decision, type DecisionState } from './decision';
import type { Film } from './domain/film';
import { steppedMs } from './domain/frame-step';
import { opposite } from './domain/lockstep';
import { isMirroredAt, segmentsOf, type Match, type Side } from './domain/segment-map';
import { movedBy, wholePicture, zoomedTo } from './look';
import { MatchFacts } from './match-facts';
import { nameOfClip } from './name-of-clip';
import { Rail } from './rail';
import { SegmentList } from './segment-list';
import { SideHead } from './side-head';
import { Stage } from './stage';
import { TimesTable } from './times-table';
import { Transport } from './transport';
import { useCompareAddress } from './use-compare-address';
import { useCompareKeys } from './use-compare-keys';
import { useLockState, useLockstep, useMomentInAddress, useTicking } from './use-lockstep';

interface Props {
  readonly match: Match;
  readonly sides: Readonly<Record<Side, Film>>;
}

/** Both clips at moments that show the same, every way of holding one against the other, and what somebody makes of it. */
export function CompareDesk({ match, sides }: Props) {
  const { t } = useTranslation('compare');
  const address = useCompareAddress();
  const segments = segmentsOf(match, sides.this.durationMs ?? sides.other.durationMs);
  const lock = useLockstep(segments, sides, address.start);
  const { place } = useLockState(lock);
  useTicking(lock);
  useMomentInAddress(lock, address.setPoint);
  const [look, setLook] = useState(wholePicture);
  const [shown, setShown] = useState<Side>('this');
  const [wipe, setWipe] = useState(50);
  const [rate, setRate] = useState(1);
  const [sound, setSound] = useState<Side | 'none'>('none');
  const [wanted, setWanted] = useState<DecisionState | null>(null);
  const veils = { this: useVeil(sides.this.clip), other: useVeil(sides.other.clip) };

  const isMirrored = address.mirror ?? isMirroredAt(match, place);
  const toggleShown = () => setShown(opposite);
  const step = (by: number) => {
    lock.pause();
    const { side, ms } = lock.point();
    lock.seek({ side, ms: steppedMs(ms, by, sides[side].fps, lock.lengthMs[side]) });
  };
  const toSegment = (index: number) => {
    const segment = segments[index];
    if (segment !== undefined) lock.seek({ side: 'this', ms: segment.startMs });
  };
  useCompareKeys({
    lock,
    step,
    toSegment,
    segmentCount: segments.length,
    view: address.view,
    setView: address.setView,
    toggleShown,
    toggleMirror: () => address.setMirror(!isMirrored),
    toggleVeil: (side) => veils[side].toggle(),
    zoomBy: (zoom) => setLook((now) => zoomedTo(now, zoom)),
    zoom: look.zoom,
    move: (across, down) => setLook((now) => movedBy(now, across, down)),
    decide: setWanted,
  });
  const names = {
    this: t('pictureOf.this', { name: nameOfClip(sides.this.clip) }),
    other: t('pictureOf.other', { name: nameOfClip(sides.other.clip) }),
  };
  return (
    <Stack gap="sm">
      <MatchFacts match={match} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {(['this', 'other'] as const).map((side) => (
          <SideHead key={side} side={side} film={sides[side]} name={nameOfClip(sides[side].clip)} />
        ))}
      </SimpleGrid>
      <Stage
        {...{ sides, names, lock, isMirrored, sound, look, shown, wipe }}
        view={address.view}
        onWipe={setWipe}
      />
      {address.view === 'flicker' && (
        <Group gap="xs">
          <Text size="sm" role="status">
            {t(`flickerShows.${shown}` as never)} {t('flickerHow')}
          </Text>
          <Button size="compact-sm" variant="default" onClick={toggleShown}>
            {t('changeShown')}
          </Button>
        </Group>
      )}
      {address.view === 'difference' && <Text size="sm">{t('differenceHow')}</Text>}
      {match.kind === 'same_sound' && <Alert color="gray">{t('soundOnly')}</Alert>}
      <Transport
        {...{ lock, isMirrored, rate, sound }}
        onStep={step}
        view={address.view}
        onView={address.setView}
        onMirror={address.setMirror}
        onRate={(next) => {
          setRate(next);
          lock.setRate(next);
        }}
        zoom={look.zoom}
        onZoom={(zoom) => setLook((now) => zoomedTo(now, zoom))}
        onSound={setSound}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {(['this', 'other'] as const).map((side) => (
          <Rail key={side} lock={lock} side={side} label={t(`timeOf.${side}` as never)} />
        ))}
      </SimpleGrid>
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <SegmentList segments={segments} current={place.segment} onChoose={toSegment} />
            <TimesTable sides={sides} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Decision
            match={match}
            clips={[sides.this.clip, sides.other.clip]}
            wanted={wanted}
            onWant={setWanted}
          />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
