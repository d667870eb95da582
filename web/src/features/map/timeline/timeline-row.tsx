import { Anchor, Group, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { VerificationBadge } from '@/ui/badges';
import { wallClock } from '@/ui/time';
import { MarkSign } from '../canvas/mark-sign';
import { verificationShapes, type TimelineItem } from '../clip-marks';
import { coordinates } from '../place/coordinates';
import styles from './case-timeline.module.css';
import { isKnownTooEarly, isMoment, type TimeMark } from './clip-times';
import type { Span } from './time-axis';
import { TimeTrack } from './time-track';

interface Props {
  readonly item: TimelineItem;
  readonly span: Span;
}

/** One clip: what it is, where it is, and its times on the axis and in words. */
export function TimelineRow({ item, span }: Props) {
  const { t } = useTranslation('map');
  const { clipId, title, verification, places, times } = item;
  const about = `times-${clipId}`;
  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <Group gap={6} wrap="nowrap">
          <MarkSign shape={verificationShapes[verification]} tone={verification} />
          <Anchor
            component={Link}
            to="/clips/$clipId"
            params={{ clipId } as never}
            data-timeline-clip
            aria-describedby={about}
            size="sm"
            lineClamp={2}
            py={2}
          >
            <bdi>{title ?? t('timeline.untitled', { id: clipId.slice(-8) })}</bdi>
          </Anchor>
        </Group>
        <Group gap={6} mt={2}>
          <VerificationBadge state={verification} />
          {isKnownTooEarly(times) && (
            <Group gap={4} wrap="nowrap">
              <TriangleAlert size={14} aria-hidden />
              <Text size="xs">{t('timeline.tooEarly')}</Text>
            </Group>
          )}
        </Group>
        {places.slice(0, 3).map(({ kind, lat, lon }, index) => (
          <Text size="xs" key={`${kind}-${index}`}>
            {t(`placeKind.${kind}` as never)} <span dir="ltr">{coordinates({ lat, lon })}</span>
          </Text>
        ))}
        <VisuallyHidden id={about}>
          {times.map((mark, index) => (
            <span key={`${mark.kind}-${index}`}>
              {t(`timeKind.${mark.kind}` as never)} {spoken(mark, t('timeline.open'))}.{' '}
            </span>
          ))}
        </VisuallyHidden>
      </div>
      <TimeTrack times={times} span={span} />
    </div>
  );
}

function spoken(mark: TimeMark, open: string): string {
  const said = (at: string | null) => (at === null ? open : `${wallClock(at)} UTC`);
  return isMoment(mark) ? said(mark.from) : `${said(mark.from)} – ${said(mark.to)}`;
}
