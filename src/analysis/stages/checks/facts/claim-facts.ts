import type { ClaimRow } from '../../../../clips/index.js';
import { readClaimedTime } from '../../../../geo/index.js';
import type { ClaimFacts } from '../domain/facts.js';
import { radiusOf } from '../domain/claimed-radius.js';

export function claimFacts(row: ClaimRow): ClaimFacts {
  return {
    id: row.id,
    type: row.type,
    statement: row.statement,
    value: row.value,
    point: row.type === 'location' ? pointOf(row) : null,
    interval: row.type === 'time' ? intervalOf(row.value) : null,
  };
}

function pointOf({ place_lat: latDeg, place_lon: lonDeg, value }: ClaimRow): ClaimFacts['point'] {
  if (latDeg === null || lonDeg === null) return null;
  return { latDeg, lonDeg, radiusM: radiusOf(value, { latDeg, lonDeg }) };
}

/** Null when neither end is given; what cannot be read any more says nothing. */
function intervalOf(value: ClaimRow['value']): ClaimFacts['interval'] {
  const reading = readClaimedTime(value);
  if ('problem' in reading) return null;
  const { earliest, latest } = reading;
  if (earliest === undefined && latest === undefined) return null;
  return {
    earliest: earliest === undefined ? null : new Date(earliest),
    latest: latest === undefined ? null : new Date(latest),
    timezone: typeof value['timezone'] === 'string' ? value['timezone'] : null,
    zoneAssumed: reading.zoneAssumed === true,
  };
}
