/**
 * A large made archive, for benchmarks: clips of two years in a few cases of very different size, with parts, frames, claims,
 * submissions, captures, annotations, findings, comments and judgements, in Latin and Arabic script. Every name is invented or
 * put together from parts of names. Rows are written as the database's owner; what triggers keep is kept as always.
 *
 *   const archive = await fillArchive({ ownerUrl, clips: 100_000, log: console.log });
 *   archive.token    leads the first six of the cases; archive.outsider leads the smallest alone
 *   archive.cases    ids, largest first; archive.subjects, archive.people
 */
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

const FRAMES_A_CLIP = 10;
const CASE_SHARES = [0.45, 0.2, 0.12, 0.08, 0.05, 0.04, 0.03, 0.02, 0.007, 0.003];
const PEOPLE = 24;
const SUBJECTS = 600;

const PREFIXES = [
  ['Khan al-', 'Khan as-', 'Ḫān al-', 'خان ال'],
  ['Kafr ', 'Kafar ', 'Kafr ', 'كفر '],
  ['Tall ', 'Tell ', 'Tal ', 'تل '],
  ['Deir ', 'Dayr ', 'Deir ', 'دير '],
  ['Maarrat ', "Ma'arat ", 'Maʿarrat ', 'معرة '],
  ['', '', '', ''],
  ['Jisr al-', 'Jisr ash-', 'Ǧisr al-', 'جسر ال'],
];
const ROOTS = [
  ['Sebel', 'Sabil', 'Sabīl', 'سبل'],
  ['Idlib', 'Edlib', 'Idlib', 'إدلب'],
  ['Saraqeb', 'Saraqib', 'Sarāqib', 'سراقب'],
  ['Numan', "Nu'man", 'Nuʿmān', 'نعمان'],
  ['Sheikhoun', 'Shaykhun', 'Šayḫūn', 'شيخون'],
  ['Rima', 'Reema', 'Rīma', 'ريما'],
  ['Nabudah', 'Naboudah', 'Nabūda', 'نبودة'],
  ['Zawr', 'Zor', 'Zawr', 'زور'],
  ['Shughur', 'Shoughour', 'Šuġūr', 'شغور'],
  ['Hamra', 'Hamraa', 'Ḥamrāʾ', 'حمراء'],
  ['Bazara', 'Bazarah', 'Bazāra', 'بزارة'],
  ['Taftanaz', 'Teftanaz', 'Taftanāz', 'تفتناز'],
  ['Qamhane', 'Qamhana', 'Qamḥāna', 'قمحانة'],
  ['Marshur', 'Marshour', 'Maršūr', 'مرشور'],
  ['Tuweil', 'Tawil', 'Ṭawīl', 'طويل'],
  ['Bustan', 'Boustan', 'Bustān', 'بستان'],
  ['Ghabit', 'Ghabeet', 'Ġabīt', 'غبيط'],
  ['Dhahab', 'Zahab', 'Ḏahab', 'ذهب'],
];
const EVENTS = [
  ['graveyard', 'مقبرة'],
  ['shelling', 'قصف'],
  ['checkpoint', 'حاجز'],
  ['convoy of vehicles', 'رتل آليات'],
  ['protest march', 'مظاهرة'],
  ['hospital entrance', 'مشفى'],
  ['school yard', 'مدرسة'],
  ['bridge', 'جسر'],
  ['market fire', 'حريق في السوق'],
  ['rescue workers', 'فرق الإنقاذ'],
  ['grain silo', 'صومعة حبوب'],
  ['water tower', 'خزان مياه'],
  ['displacement camp', 'مخيم نازحين'],
  ['minaret', 'مئذنة'],
  ['armoured car', 'عربة مصفحة'],
];
const SYLLABLES = 'ba de fi go hu ka le mi no ru sa te vi wo za qui dra sko plu ven'.split(' ');

export async function fillArchive({ ownerUrl, clips = 100_000, log = () => {} }) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const step = async (what, text, values = []) => {
    const before = performance.now();
    const { rowCount, rows } = await client.query(text, values);
    log(`${what}: ${rowCount} rows, ${((performance.now() - before) / 1000).toFixed(1)} s`);
    return rows;
  };
  try {
    await client.query("set synchronous_commit = off; set work_mem = '64MB'; select setseed(0.42)");
    // Filling an index row by row takes ten times as long as building it.
    const { rows: gin } = await client.query(
      "select indexdef from pg_indexes where indexname = 'search_document_tsv'",
    );
    await client.query('drop index if exists search_document_tsv');
    const made = await fill(client, step, clips);
    for (const { indexdef } of gin) await step('index of words', indexdef);
    await client.query('drop schema bench cascade');
    await step('vacuum', 'vacuum (analyze)');
    return made;
  } finally {
    await client.end();
  }
}

async function fill(client, step, clips) {
  await client.query(FUNCTIONS);
  await client.query('create temp table spelling (n int primary key, latin text[], arabic text)');
  await client.query(
    "insert into spelling select n, string_to_array(l, '|'), a from unnest($1::int[], $2::text[], $3::text[]) as t(n, l, a)",
    spellings(),
  );
  await client.query('create temp table event (n int primary key, latin text, arabic text)');
  await client.query('insert into event select * from unnest($1::int[], $2::text[], $3::text[])', [
    EVENTS.map((_, n) => n),
    EVENTS.map(([latin]) => latin),
    EVENTS.map(([, arabic]) => arabic),
  ]);
  const people = await ids(client, PEOPLE);
  await step(
    'people',
    "insert into app_user (id, name) select id, 'Example Person ' || n from unnest($1::uuid[]) with ordinality as t(id, n)",
    [people],
  );
  const cases = await ids(client, CASE_SHARES.length);
  await step(
    'cases',
    "insert into evidence_case (id, title, created_by) select id, 'Example case ' || n, $2 from unnest($1::uuid[]) with ordinality as t(id, n)",
    [cases, people[0]],
  );
  await step(
    'members',
    `insert into case_member (case_id, user_id, role) select c, u, case when n = 1 then 'lead' else 'reviewer' end
    from unnest($1::uuid[]) as c, unnest($2::uuid[]) with ordinality as t(u, n) where n < $3 and c <> all($1[7:])`,
    [cases, people, PEOPLE],
  );
  await client.query("insert into case_member values ($1, $2, 'lead')", [cases.at(-1), people.at(-1)]);
  const [token, outsider] = await Promise.all([tokenOf(client, people[0]), tokenOf(client, people.at(-1))]);

  await client.query(
    'create temp table plan (n int primary key, clip_id uuid, at timestamptz, case_n int, place int, event int, arabic bool, noise float8)',
  );
  await step(
    'plan',
    `insert into plan select n, v7(at), at, case_n, zipf(${PREFIXES.length * ROOTS.length}), zipf(${EVENTS.length}), random() < 0.35, random()
    from (select n, now() - (($1 - n) * interval '730 days' / $1) as at, pick_case(random()) as case_n from generate_series(1, $1::int) as n) as t`,
    [clips],
  );
  await step(
    'objects',
    `insert into stored_object select encode(sha256(n::text::bytea), 'hex'), encode(sha512(n::text::bytea), 'hex'), 1000 + n from generate_series(1, 5000) n`,
  );
  await step('clips', CLIPS, [cases, people]);
  await step('parts', PARTS);
  await step('submissions', SUBMISSIONS, [people]);
  await step('claims', CLAIMS);
  await step('captures', CAPTURES);
  await step('frames', FRAMES, [FRAMES_A_CLIP]);
  const subjects = await ids(client, SUBJECTS);
  await step(
    'subjects',
    `insert into subject (id, case_id, kind, name, created_by)
    select id, ($2::uuid[])[pick_case(random())], 'person', 'Example ' || invented(n::int), $3 from unnest($1::uuid[]) with ordinality as t(id, n)`,
    [subjects, cases, people[0]],
  );
  await step('annotations', ANNOTATIONS, [subjects, people]);
  await step('findings', FINDINGS, [people]);
  await step('comments', COMMENTS, [people]);
  await step('judgements', JUDGEMENTS, [people]);
  return { token, outsider, cases, people, subjects, clips };
}

function spellings() {
  const all = PREFIXES.flatMap((prefix) => ROOTS.map((root) => prefix.map((part, i) => part + root[i])));
  return [
    all.map((_, n) => n),
    all.map((names) => names.slice(0, 3).join('|')),
    all.map((names) => names[3]),
  ];
}

async function ids(client, count) {
  const { rows } = await client.query(
    "select v7(now() - interval '731 days' + n * interval '1 second') as id from generate_series(1, $1::int) n",
    [count],
  );
  return rows.map(({ id }) => id);
}

async function tokenOf(client, userId) {
  const token = randomBytes(24).toString('base64url');
  await client.query(
    "insert into api_token (id, user_id, name, token_hash, scope) values (v7(now()), $1, 'bench', $2, 'full')",
    [userId, createHash('sha256').update(token).digest()],
  );
  return token;
}

const SHARE_STEPS = CASE_SHARES.map((_, i) =>
  CASE_SHARES.slice(0, i + 1).reduce((sum, share) => sum + share, 0),
);

const FUNCTIONS = `
create schema bench;
create function bench.v7(at timestamptz) returns uuid language sql volatile as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(r, 1, 3) || '8' || substr(r, 4, 15))::uuid
  from (select md5(random()::text || random()::text) as r) as t $$;
-- 0 … n-1, small numbers often.
create function bench.zipf(n int) returns int language sql volatile as $$ select floor(n * power(random(), 2.5))::int $$;
create function bench.pick_case(r float8) returns int language sql immutable as $$
  select 1 + (select count(*)::int from unnest('{${SHARE_STEPS.slice(0, -1).join(',')}}'::float8[]) s where s < r) $$;
create function bench.invented(n int) returns text language sql immutable as $$
  select initcap((string_to_array('${SYLLABLES.join(' ')}', ' '))[1 + n % 20] || (string_to_array('${SYLLABLES.join(' ')}', ' '))[1 + n / 20 % 20]
    || (string_to_array('${SYLLABLES.join(' ')}', ' '))[1 + n / 400 % 20]) $$;
create function bench.one_of(texts text[], r float8) returns text language sql immutable as $$
  select texts[1 + floor(r * cardinality(texts))::int] $$;
set search_path = public, bench;`;

const CLIPS = `
insert into clip (id, case_id, canonical_url, platform, account_handle, title, sensitivity, original_sha256, processing, progress, work,
  verification, assignee_id, assigned_at, priority, tags, version, created_by, created_at, updated_at)
select p.clip_id, ($1::uuid[])[p.case_n], 'https://example.org/' || p.n, one_of('{telegram,x,tiktok,youtube,facebook}', random()),
  '@' || lower(invented(zipf(4000))),
  case when noise < 0.3 then null when p.arabic then e.arabic || ' ' || s.arabic else initcap(e.latin) || ' in ' || one_of(s.latin, random()) end,
  case when noise < 0.7 then 'none' when noise < 0.85 then 'graphic' else 'personal' end,
  encode(sha256((1 + p.n % 5000)::text::bytea), 'hex'),
  case when noise < 0.94 then 'complete' when noise < 0.97 then 'partial' when noise < 0.995 then 'failed' else 'running' end, 1,
  case when p.n % 100 < 55 then 'unassigned' when p.n % 100 < 65 then 'assigned' when p.n % 100 < 75 then 'in_review'
       when p.n % 100 < 82 then 'second_review' when p.n % 100 < 83 then 'needs_help' else 'closed' end,
  case when p.n % 100 < 65 then 'unreviewed' when p.n % 100 < 82 then 'in_review' when p.n % 100 < 83 then 'disputed'
       when p.n % 100 < 85 then 'refuted' when p.n % 100 < 96 then 'verified' else 'inconclusive' end,
  case when p.n % 100 >= 55 then ($2::uuid[])[1 + p.n % 23] end, case when p.n % 100 >= 55 then p.at end,
  (array[1, 1, 1, 1, 1, 1, 2, 2, 3, 0])[1 + p.n % 10],
  case when p.n % 5 = 0 then array['topic ' || zipf(300), 'batch ' || p.n / 2000] else '{}' end, 20, ($2::uuid[])[1], p.at, p.at
from plan p join spelling s on s.n = p.place join event e on e.n = p.event order by p.n`;

const PARTS = `
insert into clip_part (clip_id, part, position, state, attempts, progress, outcome, started_at, finished_at)
select clip_id, part, position - 1, 'complete', 1, 1, 'found', at, at + interval '3 seconds'
from plan, unnest('{acquire,probe,metadata,frames}'::text[]) with ordinality as t(part, position)`;

const SUBMISSIONS = `
insert into submission (id, clip_id, submitted_url, note, via, submitted_by, protect_submitter, created_at)
select v7(p.at), p.clip_id, 'https://example.org/' || p.n,
  case when noise < 0.6 then 'sent by ' || invented((noise * 8000)::int) || ', ' || e.latin || ' near ' || one_of(s.latin, random())
    || case when p.n % 7 = 0 then '. The sender says that it was filmed from a roof, shortly after noon, and that ' || invented(zipf(8000))
         || ' was there; compare ' || e.arabic || ' ' || s.arabic else '' end end,
  'link', ($1::uuid[])[1 + zipf(23)], p.n % 9 = 0, p.at
from plan p join spelling s on s.n = p.place join event e on e.n = p.event order by p.n`;

const CLAIMS = `
insert into claim (id, clip_id, submission_id, type, statement, value, verdict, needs_attention, created_at, place_lat, place_lon, place_box, time_range)
select v7(p.at), p.clip_id, sub.id, t.type,
  case t.type
    when 'location' then case when p.arabic then e.arabic || ' في ' || s.arabic else e.latin || ' in ' || one_of(s.latin, random()) || ', ' || one_of('{south of,north of,near,on the road to}', random()) || ' ' || one_of(o.latin, random()) end
    when 'time' then 'posted ' || to_char(p.at, 'FMDD Month YYYY')
    else 'filmed by ' || invented(zipf(8000)) || ' ' || invented(zipf(400)) || ' of ' || one_of('{a local group,a rescue team,a militia,the press}', random()) end,
  case t.type when 'location' then jsonb_build_object('place', s.latin[1], 'lat', pos.lat, 'lon', pos.lon)
    when 'time' then jsonb_build_object('earliest', to_char(p.at, 'YYYY-MM-DD"T"00:00:00"Z"'), 'timezone', 'Asia/Damascus')
    else jsonb_build_object('handle', '@' || lower(invented(zipf(4000)))) end,
  case when p.n % 100 < 65 then 'unreviewed' when p.n % 100 < 75 then (case t.type when 'time' then 'in_review' else 'unreviewed' end)
       when p.n % 100 < 82 then 'in_review' when p.n % 100 < 83 then 'contested' when p.n % 100 < 85 then (case t.type when 'location' then 'refuted' else 'confirmed' end)
       when p.n % 100 < 96 then 'confirmed' else 'inconclusive' end,
  p.n % 500 = 0 and t.type = 'location', p.at,
  pos.lat, pos.lon, case when pos.lat is not null then box(point(pos.lon - 0.02, pos.lat - 0.02), point(pos.lon + 0.02, pos.lat + 0.02)) end,
  case when t.type = 'time' then tstzrange(date_trunc('day', p.at - interval '2 days' * p.noise), date_trunc('day', p.at) + interval '1 day') end
from plan p join spelling s on s.n = p.place join event e on e.n = p.event join spelling o on o.n = (p.place * 7 + 3) % 126
join submission sub on sub.clip_id = p.clip_id
cross join lateral (values ('location'), ('time'), ('source')) as t(type)
cross join lateral (select case when t.type = 'location' then 33 + p.place % 18 * 0.2 + p.noise * 0.1 end as lat,
                           case when t.type = 'location' then 36 + p.place / 18 * 0.4 + p.noise * 0.1 end as lon) as pos
order by p.n`;

const CAPTURES = `
insert into capture (id, clip_id, fetcher, record, record_sha256, platform_info, outcome, created_at)
select v7(p.at), p.clip_id, 'platform', '{}', encode(sha256('1'), 'hex'),
  jsonb_build_object('title', case when p.arabic then e.arabic || ' ' || s.arabic else e.latin || ' ' || one_of(s.latin, random()) end,
    'description', e.arabic || ' ' || s.arabic || ' #' || replace(s.latin[1], ' ', '') || ' ' || invented(zipf(8000)), 'uploader', invented(zipf(4000))),
  'sealed', p.at
from plan p join spelling s on s.n = p.place join event e on e.n = p.event order by p.n`;

const FRAMES = `
insert into frame (id, clip_id, index, pts_ms, source_pts, time_base, frame_number, kind, width, height, sha256, thumb_sha256, veiled_sha256, created_at)
select v7(p.at), p.clip_id, i, i * 2000, i * 60000, '1/30000', i * 60, case when i % 2 = 0 then 'scene' else 'interval' end, 1280, 720, object, object, object, p.at
from plan p, generate_series(0, $1::int - 1) as i, lateral (select encode(sha256((1 + (p.n * 7 + i) % 5000)::text::bytea), 'hex') as object) as o order by p.n`;

const ANNOTATIONS = `
insert into annotation (id, clip_id, original_sha256, source_pts, time_base, pts_ms, motivation, selector, words, subject_id, created_by, created_at)
select v7(p.at), p.clip_id, encode(sha256((1 + p.n % 5000)::text::bytea), 'hex'), i * 60000, '1/30000', i * 2000, 'describing', '{}',
  e.latin || ' with a ' || one_of('{blue,white,broken,tall,leaning}', random()) || ' ' || one_of('{roof,wall,door,sign,mast}', random()) || ' ' || invented(zipf(8000)),
  case when random() < 0.3 then ($1::uuid[])[1 + zipf(${SUBJECTS})] end, ($2::uuid[])[1 + zipf(23)], p.at
from plan p join event e on e.n = p.event, generate_series(1, 4) as i where p.n % 4 = 0`;

const FINDINGS = `
insert into finding (id, clip_id, claim_id, check_code, stance, summary, evidence, made_by, created_at)
select v7(p.at), p.clip_id, c.id, 'manual', case when p.n % 4 = 1 then 'contradicts' else 'supports' end,
  'The ' || e.latin || ' fits the satellite picture of ' || one_of(s.latin, random()) || ', see ' || invented(zipf(8000)), '[]', ($1::uuid[])[1 + zipf(23)], p.at
from plan p join spelling s on s.n = p.place join event e on e.n = p.event join claim c on c.clip_id = p.clip_id and c.type = 'location' where p.n % 2 = 1`;

const COMMENTS = `
insert into comment (id, clip_id, claim_id, text, made_by, created_at)
select v7(p.at), p.clip_id, case when p.n % 4 = 0 then c.id end, 'Could ' || invented(zipf(8000)) || ' look at the ' || e.latin || ' again?', ($1::uuid[])[1 + zipf(23)], p.at
from plan p join event e on e.n = p.event join claim c on c.clip_id = p.clip_id and c.type = 'time' where p.n % 2 = 0`;

const JUDGEMENTS = `
insert into judgement (id, kind, claim_id, clip_id, made_by, verdict, rationale, evidence, created_at)
select v7(p.at), 'assessment', c.id, p.clip_id, ($1::uuid[])[2 + (p.n + i) % 22],
  case when c.verdict in ('confirmed', 'refuted', 'inconclusive') then c.verdict when i = 1 then 'confirmed' else 'refuted' end, 'compared with the ground', '[]', p.at
from plan p join claim c on c.clip_id = p.clip_id and c.verdict <> 'unreviewed', generate_series(1, 2) as i where i = 1 or c.verdict <> 'in_review' order by p.n`;
