import type { KnownBy, TimesOfClip } from '../../analysis/index.js';
import { searchOf } from '../../clips/index.js';
import type { SaidValue } from './case-timeline.queries.js';
import type { PlaceMark, TimeMark } from './case-timeline.contract.js';

/** Where a claim or a finding says that it was; nothing for a place that is only a name. */
export function placeMark(kind: 'claimed' | 'found', said: SaidValue): PlaceMark[] {
  const { point } = searchOf('location', said.value);
  if (point === null) return [];
  const radius = said.value[kind === 'claimed' ? 'radiusM' : 'uncertaintyM'];
  return [
    {
      kind,
      lat: point.lat,
      lon: point.lon,
      radiusM: typeof radius === 'number' ? radius : null,
      ref: said.id,
    },
  ];
}

export function timeMark(kind: 'claimed' | 'found', said: SaidValue): TimeMark[] {
  const { time } = searchOf('time', said.value);
  if (time === null) return [];
  return [{ kind, from: utc(time.earliest), to: utc(time.latest), by: null, ref: said.id }];
}

export function embeddedPlace(gps: unknown): PlaceMark[] {
  const { lat, lon, accuracyM } = (gps ?? {}) as { lat?: unknown; lon?: unknown; accuracyM?: unknown };
  if (typeof lat !== 'number' || typeof lon !== 'number') return [];
  return [
    { kind: 'embedded', lat, lon, radiusM: typeof accuracyM === 'number' ? accuracyM : null, ref: null },
  ];
}

/** Only times whose zone is known: any other may be half a day off. */
export function embeddedTimes(times: unknown): TimeMark[] {
  if (!Array.isArray(times)) return [];
  const instants = (times as { utc?: unknown }[]).flatMap(({ utc: at }) =>
    typeof at === 'string' ? [utc(at)] : [],
  );
  return [...new Set(instants)].flatMap((at) => (at === null ? [] : [moment('embedded', at)]));
}

/** Each way by which the posting is known. */
export function postedMarks(times: TimesOfClip | undefined): TimeMark[] {
  if (times === undefined) return [];
  const told: [KnownBy, string | null | undefined][] = [
    ['post_id', times.decodedAt],
    ['platform', times.platformTimes[0]],
    ['submitter', times.postedAt?.toISOString()],
  ];
  return told.flatMap(([by, text]) => {
    const at = utc(text ?? null);
    return at === null ? [] : [moment('posted', at, by)];
  });
}

export function moment(kind: TimeMark['kind'], at: string, by: KnownBy | null = null): TimeMark {
  return { kind, from: at, to: at, by, ref: null };
}

function utc(text: string | null): string | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
