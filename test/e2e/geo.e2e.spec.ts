import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskDriver, type Answer } from '../support/desk.js';
import { geonamesRow, SOME_PLACES, SPRINGFIELDS, writePlaceTable } from '../support/place-table.js';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly matchedName: string;
  readonly similarity: number;
  readonly imported: boolean;
  readonly distanceM: number | null;
  readonly region: {
    readonly code: string;
    readonly seat: string | null;
    readonly name: string | null;
  } | null;
}
interface Places {
  readonly items: readonly Place[];
  readonly ready: boolean;
  readonly attribution: string;
}
interface Imported {
  readonly id: string;
  readonly format: string;
  readonly rows: number;
  readonly places: number;
  readonly skipped: number;
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}
interface Refused {
  readonly code: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

let folder: string;
let desk: DeskDriver;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-places-'));
  desk = await DeskDriver.start({
    env: { GAZETTEER: await writePlaceTable(folder, [...SOME_PLACES, ...SPRINGFIELDS]) },
  });
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

async function places(q: string, more = ''): Promise<Places> {
  return (await desk.get<Places>(`gazetteer?q=${encodeURIComponent(q)}${more}`)).body;
}

async function importTable(
  text: string | Uint8Array,
  name = 'table.csv',
): Promise<Answer<Imported & Refused>> {
  const form = new FormData();
  form.set('file', new Blob([typeof text === 'string' ? text : Uint8Array.from(text)]), name);
  const response = await fetch(`${desk.url}/api/v1/gazetteer/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.token}` },
    body: form,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Imported & Refused,
  };
}

describe('the gazetteer', () => {
  beforeAll(() => desk.until('the places are read in', async () => (await places('Idlib')).ready));

  it.each(['Saraqeb', 'سراقب', 'Sarâqib', 'SARAQIB'])('finds %s in any script and spelling', async (name) => {
    const { items, attribution } = await places(name);
    expect(items[0]).toMatchObject({ id: 'geonames:164816', name: 'Sarāqib', imported: false });
    expect(items[0]?.region).toEqual({ code: 'SY.12', name: null, seat: 'Idlib' });
    expect(attribution).toContain('GeoNames');
  });

  it('lists all places of an ambiguous name, the largest first or the nearest to a point', async () => {
    const byPeople = (await places('Springfield')).items.map(({ region }) => region?.code);
    expect(byPeople).toEqual(['US.MO', 'US.MA', 'US.IL']);
    const { items } = await places('Springfield', '&near=42.36,-71.06');
    expect(items.map(({ region }) => region?.code)).toEqual(['US.MA', 'US.IL', 'US.MO']);
    expect(items[0]?.distanceM).toBeGreaterThan(120_000);
    expect(items[0]?.distanceM).toBeLessThan(130_000);
  });

  it('finds a village by any spelling once it was imported, and keeps it as one when it is imported again', async () => {
    expect((await places('خان السبل')).items).toEqual([]);
    const table =
      'name,lat,lon,names,country,admin1\n"Khan al-Sebel, invented row",35.76,36.76,"Khān as Sibil;خان السبل",SY,12\n';
    const first = await importTable(table.replace(', invented row', ''));
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ format: 'csv', rows: 1, places: 1, skipped: 0 });
    await importTable(table.replace(', invented row', ''));
    for (const name of ['خان السبل', 'Khan as-Sebil', 'Khan al Subul', 'Khan al-Sebel']) {
      const { items } = await places(name);
      expect({ name, found: items.map((place) => place.name) }).toEqual({ name, found: ['Khan al-Sebel'] });
    }
  });

  it('takes rows of a GeoNames dump, says which it could not read, and records the import', async () => {
    const rows = [
      geonamesRow({
        id: 901,
        name: 'Examplestan',
        lat: 1,
        lon: 2,
        country: 'SY',
        admin1: '12',
        kind: ['A', 'ADM1'],
      }),
      'only\tthree\tcells',
      geonamesRow({ id: 902, name: 'Nowhere', lat: 91, lon: 2 }),
    ];
    const { status, headers, body } = await importTable(rows.join('\n'), 'SY.txt');
    expect(status).toBe(201);
    expect(body).toMatchObject({ format: 'geonames', rows: 3, places: 1, skipped: 2 });
    expect(body.problems).toEqual([
      { line: 2, problem: 'has 3 columns, not 19' },
      { line: 3, problem: 'has no latitude and longitude' },
    ]);
    expect((await desk.get(headers.get('location') ?? '')).body).toEqual(body);
    expect((await places('Saraqeb')).items[0]?.region?.name).toBe('Examplestan');
    const events = await desk.asOwner(
      `select canonical from custody_event where chain = 'system' and action = 'gazetteer.imported'`,
    );
    expect(JSON.stringify(events.rows)).toContain(body.id);
  });

  it.each([
    ['an empty file', ''],
    ['a table without coordinates', 'name,where\nIdlib,north\n'],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00])],
    ['one endless line', `name,lat,lon\n"${'x'.repeat(70_000)}`],
  ])('refuses %s and keeps nothing of it', async (_what, table) => {
    const { status, body } = await importTable(table);
    expect(status).toBe(400);
    expect(body.code).toBe('not_a_place_table');
  });

  it.each([
    'q=',
    'q=%20',
    `q=${'x'.repeat(201)}`,
    'q=a%00b',
    'q=Idlib&near=here',
    'q=Idlib&limit=0',
    'q=Idlib&x=1',
  ])('refuses %s by name', async (query) => {
    const { status, body } = await desk.get<Refused>(`gazetteer?${query}`);
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(1);
  });

  it.each(['zzxqv', '%%%', "'; drop table gazetteer_name; --", '🎥', '‮ابل', '---', '\\u0000\\', '*'])(
    'answers the nonsense %s with no place',
    async (q) => {
      const { items, ready } = await places(q);
      expect({ items, ready }).toEqual({ items: [], ready: true });
    },
  );
});

interface Sun {
  readonly sun: { readonly azimuthDeg: number; readonly altitudeDeg: number };
  readonly shadow: { readonly directionDeg: number; readonly lengthRatio: number } | null;
  readonly timezone: string | null;
  readonly localTime: string;
  readonly light: string;
  readonly day: { readonly daylight: string; readonly sunrise: string | null };
  readonly caveats: readonly string[];
}

describe('sun and shadow', () => {
  it('stand where PyEphem puts them, in the time of the place', async () => {
    const { body } = await desk.get<Sun>('sun?lat=35.80&lon=36.70&at=2020-02-09T12:00:00+02:00');
    expect(body.sun.azimuthDeg).toBeCloseTo(183.947, 2);
    expect(body.sun.altitudeDeg).toBeCloseTo(39.331, 2);
    expect(body).toMatchObject({
      timezone: 'Asia/Damascus',
      localTime: '2020-02-09T12:00:00+02:00',
      light: 'day',
    });
  });

  it('are designed for at the poles, at the date line, in polar night and before 1970', async () => {
    const pole = await desk.get<Sun>('sun?lat=90&lon=0&at=2020-06-21T12:00:00Z');
    expect(pole.body).toMatchObject({ timezone: null, day: { daylight: 'polar_day', sunrise: null } });
    expect(pole.body.caveats.join(' ')).toMatch(/At a pole .* UTC/);
    const night = await desk.get<Sun>('sun?lat=78.22&lon=15.65&at=2020-12-21T12:00:00Z');
    expect(night.body).toMatchObject({
      shadow: null,
      timezone: 'Arctic/Longyearbyen',
      day: { daylight: 'polar_night' },
    });
    const line = await desk.get<Sun>('sun?lat=-16.8&lon=180&at=2020-12-21T12:00:00Z');
    expect(line.status).toBe(200);
    const moon = await desk.get<Sun>('sun?lat=28.6&lon=-80.6&at=1969-07-16T13:32:00Z');
    expect(moon.body).toMatchObject({ localTime: '1969-07-16T09:32:00-04:00', light: 'day' });
  });

  it('finds the times at which a measured shadow is cast, over a year at most', async () => {
    const measured = {
      directionDeg: 4,
      directionToleranceDeg: 2,
      heightM: 2,
      lengthM: 2.44,
      lengthTolerance: 0.02,
    };
    const ask = { lat: 35.76, lon: 36.76, measured };
    const { body } = await desk.post<{ times: { day: string; best: string }[] }>('shadow', {
      ...ask,
      from: '2020-01-01',
      to: '2020-12-31',
    });
    const days = body.times.map(({ day }) => day);
    expect(days).toContain('2020-02-09');
    expect(days).not.toContain('2020-06-21');
    expect(days.every((day) => /-(02|11|10)-/.test(day))).toBe(true);
    const long = await desk.post<Refused>('shadow', { ...ask, from: '2020-01-01', to: '2021-01-02' });
    expect(long.body.errors).toEqual([{ path: 'to', message: 'more than 366 days' }]);
  });

  it.each([
    [{}, 'at'],
    [{ at: '2020-02-09T10:00:00Z', measured: { directionDeg: 1 } }, 'at'],
    [{ measured: { directionDeg: 1 } }, 'from'],
    [{ measured: {}, from: '2020-02-09' }, 'measured.directionDeg'],
    [{ measured: { lengthM: 1 }, from: '2020-02-09' }, 'measured.lengthM'],
    [{ measured: { directionDeg: 1 }, from: '2020-02-30' }, 'from'],
    [{ measured: { directionDeg: 1 }, from: '2020-02-09', to: '2020-02-08' }, 'to'],
    [{ measured: { directionDeg: 1 }, from: '2020-02-09', timezone: 'Mars/Base' }, 'timezone'],
    [{ at: '2020-02-09T10:00:00Z', lat: 91 }, 'lat'],
    [{ at: '1066-10-14T10:00:00Z' }, 'at'],
    [{ at: '2020-02-09' }, 'at'],
    [{ at: '2020-02-09T10:00:00Z', floor: 1 }, 'floor'],
  ])('refuses %j at %s', async (fields, path) => {
    const { status, body } = await desk.post<Refused>('shadow', { lat: 35.76, lon: 36.76, ...fields });
    expect({ status, paths: body.errors.map((error) => error.path) }).toEqual({ status: 400, paths: [path] });
  });
});

describe('time zones and distances', () => {
  it('know zones of land, sea, disputed ground and none', async () => {
    const zone = async (query: string) => (await desk.get<Record<string, unknown>>(`timezone?${query}`)).body;
    expect(await zone('lat=50.45&lon=30.52&at=2022-07-01T00:00:00Z')).toMatchObject({
      timezone: 'Europe/Kyiv',
      offset: '+03:00',
      offsetSeconds: 10_800,
      localTime: '2022-07-01T03:00:00+03:00',
    });
    expect(await zone('lat=0&lon=-30&at=2022-07-01T00:00:00Z')).toMatchObject({
      timezone: 'Etc/GMT+2',
      atSea: true,
    });
    expect(await zone('lat=90&lon=0&at=2022-07-01T00:00:00Z')).toMatchObject({
      timezone: null,
      offset: null,
    });
    expect(await zone('lat=33.51&lon=36.29&at=1900-01-01T00:00:00Z')).toMatchObject({ offset: '+02:25:12' });
  });

  it('measure over the date line, in any notation, and say when there is no direction', async () => {
    const line = async (from: string, to: string) =>
      (
        await desk.get<Record<string, unknown>>(
          `distance?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`,
        )
      ).body;
    expect(await line('0, 179.9', '0, -179.9')).toMatchObject({ distanceM: 22_263.898, bearingDeg: 90 });
    expect(await line(`35°45'36"N 36°45'36"E`, '35.76,36.76')).toMatchObject({
      distanceM: 0,
      bearingDeg: null,
    });
    expect(JSON.stringify(await line('90.0, 0.0', '-90.0, 0.0'))).toContain('opposite each other');
  });
});

interface FindingBody {
  readonly detail: Readonly<Record<string, unknown>>;
  readonly evidence: readonly unknown[];
}

describe('a calculation saved as a finding', () => {
  let clipId: string;
  beforeAll(async () => {
    const { body } = await desk.post<{ id: string }>('clips', {
      url: 'https://example.org/no-such-clip.mp4',
    });
    clipId = body.id;
  });
  const save = (fields: object) =>
    desk.post<FindingBody & Refused>(`clips/${clipId}/findings`, {
      stance: 'neutral',
      summary: 'computed (invented)',
      ...fields,
    });

  it.each([
    ['sun', { lat: 35.8, lon: 36.7, at: '2020-02-09T10:00:00Z' }, 'sun'],
    ['shadow', { lat: 35.8, lon: 36.7, at: '2020-02-09T10:00:00Z', heightM: 2 }, 'shadow'],
    ['shadow_times', { lat: 35.8, lon: 36.7, from: '2020-02-09', measured: { directionDeg: 4 } }, 'times'],
    ['timezone', { lat: 35.8, lon: 36.7, at: '2020-02-09T10:00:00Z' }, 'timezone'],
    ['distance', { from: { lat: 35.8, lon: 36.7 }, to: { lat: 36, lon: 37 } }, 'distanceM'],
    ['gazetteer', { q: 'Saraqeb' }, 'items'],
  ])('is made again by the desk and kept with input, result and method: %s', async (kind, input, result) => {
    const { status, body } = await save({ calculation: { kind, input }, detail: { by: 'the minaret' } });
    expect(status).toBe(201);
    expect(body.detail).toMatchObject({
      by: 'the minaret',
      calculation: { kind, input, result: { [result]: expect.anything() }, method: { version: '1' } },
    });
    expect(body.evidence).toEqual([{ kind: 'calculation', ref: 'detail.calculation' }]);
  });

  it.each([
    [{}, 'evidence'],
    [{ evidence: [{ kind: 'calculation', ref: 'detail.calculation' }] }, 'evidence'],
    [
      { calculation: { kind: 'sun', input: { lat: 99, lon: 1, at: '2020-02-09T10:00:00Z' } } },
      'calculation.input.lat',
    ],
    [
      {
        calculation: {
          kind: 'shadow',
          input: { lat: 9, lon: 1, from: '2020-02-09', measured: { directionDeg: 4 } },
        },
      },
      'calculation.input.at',
    ],
    [{ calculation: { kind: 'tides', input: {} } }, 'calculation.kind'],
    [
      {
        calculation: { kind: 'sun', input: { lat: 9, lon: 1, at: '2020-02-09T10:00:00Z' } },
        detail: { calculation: 1 },
      },
      'detail',
    ],
  ])('is refused with %j', async (fields, path) => {
    const { status, body } = await save(fields);
    expect({ status, paths: body.errors.map((error) => error.path) }).toEqual({ status: 400, paths: [path] });
  });
});

describe('the command line', () => {
  const launcher = new URL('../../cli/sightline.mjs', import.meta.url).pathname;
  const sightline = async (...args: string[]) =>
    (
      await promisify(execFile)(process.execPath, [launcher, ...args], {
        env: { PATH: process.env['PATH'], SIGHTLINE_URL: desk.url, SIGHTLINE_TOKEN: desk.token },
        cwd: folder,
      })
    ).stdout;

  it('tells the sun, shadows and places, and imports a table', async () => {
    expect(await sightline('sun', '35.80,36.70', '--at', '2020-02-09T10:00:00Z')).toContain('azimuth 183.95');
    expect(await sightline('shadow', '35.80,36.70', '--at', '2020-02-09T10:00:00Z', '--height', '2')).toMatch(
      /points to 3\.95 degrees, 2\.44 m long/,
    );
    const days = ['--day', '2020-02-09', '--direction', '3.95', '--tolerance', '1'];
    expect(await sightline('shadow', '35.80,36.70', ...days)).toContain('best at 2020-02-09T12:00:');
    await writeFile(join(folder, 'more.csv'), 'name,lat,lon\nExampleton,-1.5,-2.5\nBroken,x,y\n');
    expect(await sightline('gazetteer', 'import', 'more.csv')).toContain('1 places added, 1 rows skipped');
    expect(await sightline('gazetteer', 'search', 'exampleton')).toContain('-1.50000,-2.50000');
  });
});
