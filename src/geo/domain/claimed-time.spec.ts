import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readClaimedTime, type WrittenTime } from './claimed-time.js';
import { firstInstantFrom, instantsOf, offsetMsAt } from './zone-time.js';

/** The interval found, with its precision; or why there is none. */
function outcome(written: WrittenTime): string {
  const read = readClaimedTime(written);
  if ('problem' in read) return `${read.path}: ${read.problem}`;
  return `${read.earliest ?? '..'} ${read.latest ?? '..'} ${read.precision ?? '-'}`;
}

describe('a time in EDTF', () => {
  it.each([
    ['2020', '2020-01-01T00:00:00.000Z 2020-12-31T23:59:59.999Z year'],
    ['2020-02', '2020-02-01T00:00:00.000Z 2020-02-29T23:59:59.999Z month'],
    ['2020-02-09', '2020-02-09T00:00:00.000Z 2020-02-09T23:59:59.999Z day'],
    ['2020-02-09~', '2020-02-09T00:00:00.000Z 2020-02-09T23:59:59.999Z day'],
    ['2020-02?', '2020-02-01T00:00:00.000Z 2020-02-29T23:59:59.999Z month'],
    ['201X', '2010-01-01T00:00:00.000Z 2019-12-31T23:59:59.999Z year'],
    ['2020-02-XX', '2020-02-01T00:00:00.000Z 2020-02-29T23:59:59.999Z month'],
    ['2020-XX-XX', '2020-01-01T00:00:00.000Z 2020-12-31T23:59:59.999Z year'],
    ['2020-02-09/..', '2020-02-09T00:00:00.000Z .. day'],
    ['../2020-02', '.. 2020-02-29T23:59:59.999Z month'],
    ['2020-02-09/', '2020-02-09T00:00:00.000Z .. day'],
    ['2020-02-08/2020-03', '2020-02-08T00:00:00.000Z 2020-03-31T23:59:59.999Z month'],
    ['2020-02-09T14:03:00Z', '2020-02-09T14:03:00.000Z 2020-02-09T14:03:00.999Z second'],
    ['2020-02-09T14:03:00+02:00', '2020-02-09T12:03:00.000Z 2020-02-09T12:03:00.999Z second'],
    ['{2019..2021}', '2019-01-01T00:00:00.000Z 2021-12-31T23:59:59.999Z year'],
    ['[2020-01,2020-03..]', '2020-01-01T00:00:00.000Z .. month'],
    ['1950S2', '1900-01-01T00:00:00.000Z 1999-12-31T23:59:59.999Z year'],
    ['2020-34', '2020-04-01T00:00:00.000Z 2020-06-30T23:59:59.999Z month'],
    ['19', '1900-01-01T00:00:00.000Z 1999-12-31T23:59:59.999Z year'],
  ])('%s covers %s', (edtf, expected) => {
    expect(outcome({ edtf, timezone: 'UTC' })).toBe(expected);
  });

  it.each([
    ['2020-02-30', /does not exist/],
    ['2021-02-29', /no day 29/],
    ['1900-02-29', /no day 29/],
    ['2021-02-29T10:00:00Z', /no day 29|does not exist/],
    ['2020-13', /does not exist/],
    ['2020-02-09T25:00:00Z', /does not exist/],
    ['2020-02-10/2020-02-09', /latest lies before earliest/],
    ['2020-02-09T14:03:00.5Z', /fractions/],
    ['2020-21', /season/],
    ['Y170000002', /years 1 to 9999/],
    ['-0050', /years 1 to 9999/],
    ['9 February 2020', /not a date/],
    ['20200209', /not a date/],
    ['', /not a date/],
  ])('%j is refused, saying why', (edtf, reason) => {
    expect(outcome({ edtf, timezone: 'UTC' })).toMatch(reason);
  });

  it('means the day of its zone, also when clocks change at midnight', () => {
    const day = (edtf: string, timezone: string) => outcome({ edtf, timezone });
    expect(day('2020-02-09', 'Asia/Damascus')).toBe('2020-02-08T22:00:00.000Z 2020-02-09T21:59:59.999Z day');
    // Damascus put its clocks forward at 00:00 on 27 March 2020: the day began at 01:00 and had 23 hours.
    expect(day('2020-03-27', 'Asia/Damascus')).toBe('2020-03-26T22:00:00.000Z 2020-03-27T20:59:59.999Z day');
    // It put them back at 00:00 on 30 October: that day began an hour later, after 25 hours of the 29th.
    expect(day('2020-10-29', 'Asia/Damascus')).toBe('2020-10-28T21:00:00.000Z 2020-10-29T21:59:59.999Z day');
    expect(day('2020-10-25', 'Europe/Berlin')).toBe('2020-10-24T22:00:00.000Z 2020-10-25T22:59:59.999Z day');
    // Samoa had no 30 December 2011.
    expect(day('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z 2011-12-31T09:59:59.999Z day');
  });

  it('with a clock time means both hours where clocks are put back, and none where they are put forward', () => {
    const berlin = (edtf: string) => outcome({ edtf, timezone: 'Europe/Berlin' });
    expect(berlin('2020-10-25T02:30:00')).toBe('2020-10-25T00:30:00.000Z 2020-10-25T01:30:00.999Z second');
    expect(berlin('2020-03-29T02:30:00')).toMatch(/never showed that time/);
  });

  it('takes UTC where no zone is given, and says so', () => {
    expect(readClaimedTime({ edtf: '2020-02-09' })).toMatchObject({ zoneAssumed: true });
    expect(readClaimedTime({ edtf: '2020-02-09', timezone: 'Asia/Damascus' })).not.toHaveProperty(
      'zoneAssumed',
    );
    expect(readClaimedTime({ edtf: '2020-02-09T10:00:00Z' })).not.toHaveProperty('zoneAssumed');
  });
});

describe('a time in instants', () => {
  it('gets its EDTF and precision, and keeps what was written', () => {
    expect(
      readClaimedTime({ earliest: '2020-02-08T02:00:00+02:00', latest: '2020-02-09T23:59:59Z' }),
    ).toEqual({
      earliest: '2020-02-08T02:00:00+02:00',
      latest: '2020-02-09T23:59:59Z',
      precision: 'second',
      edtf: '2020-02-08T00:00:00Z/2020-02-09T23:59:59Z',
    });
    expect(readClaimedTime({ earliest: '2020-02-08T00:00Z' })).toMatchObject({
      precision: 'minute',
      edtf: '2020-02-08T00:00:00Z/..',
    });
    expect(readClaimedTime({})).toEqual({});
  });

  it('may narrow its EDTF and must meet it', () => {
    const edtf = '2020-02-09';
    expect(outcome({ edtf, latest: '2020-02-09T12:00:00Z' })).toBe(
      '2020-02-09T00:00:00.000Z 2020-02-09T12:00:00Z day',
    );
    expect(outcome({ edtf, latest: '2020-02-08T12:00:00Z' })).toMatch(/^edtf: .*outside/);
    expect(outcome({ earliest: '2020-02-09T00:00:00Z', latest: '2020-02-08T00:00:00Z' })).toMatch(
      /^latest: /,
    );
    expect(outcome({ edtf, timezone: 'Syria/Damascus' })).toMatch(/^timezone: /);
  });

  it('comes back from its own EDTF within its seconds', () => {
    const span = fc.record({
      start: fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      lengthMs: fc.integer({ min: 0, max: 1e12 }),
    });
    fc.assert(
      fc.property(span, ({ start, lengthMs }) => {
        const latest = new Date(start.getTime() + lengthMs).toISOString();
        const { edtf } = readClaimedTime({ earliest: start.toISOString(), latest }) as { edtf: string };
        const again = readClaimedTime({ edtf }) as { earliest: string; latest: string };
        expect(start.getTime() - Date.parse(again.earliest)).toBeGreaterThanOrEqual(0);
        expect(start.getTime() - Date.parse(again.earliest)).toBeLessThan(1_000);
        expect(Math.abs(Date.parse(again.latest) - Date.parse(latest))).toBeLessThan(1_000);
      }),
      { numRuns: 300 },
    );
  });
});

describe('local times of a zone', () => {
  const zones = fc.constantFrom(
    'Asia/Damascus',
    'Asia/Beirut',
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Kathmandu',
  );
  const instants = fc
    .integer({ min: Date.UTC(1970, 0), max: Date.UTC(2035, 0) })
    .map((ms) => ms - (ms % 1000));

  it('lead back to every instant that they came from', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        expect(instantsOf(zone, instant + offsetMsAt(zone, instant))).toContain(instant);
      }),
      { numRuns: 500 },
    );
  });

  it('begin each day where the one before has ended', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const midnight = Math.floor(instant / 86_400_000) * 86_400_000;
        const start = firstInstantFrom(zone, midnight);
        expect(start + offsetMsAt(zone, start)).toBeGreaterThanOrEqual(midnight);
        expect(start - 1 + offsetMsAt(zone, start - 1)).toBeLessThan(midnight);
      }),
      { numRuns: 500 },
    );
  });
});
