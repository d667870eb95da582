-- Places and all the names they go by, for search in any script. Trusted since PostgreSQL 13: an owner of the database may.
create extension if not exists pg_trgm;

create table gazetteer_import (
  id uuid primary key,
  made_by uuid not null references app_user,
  file_name text,
  format text not null check (format in ('geonames', 'csv')),
  sha256 text not null,
  rows integer not null,
  places integer not null,
  names integer not null,
  skipped integer not null,
  -- The first rows that could not be read, each with its line and why.
  problems jsonb not null default '[]',
  created_at timestamptz not null default now()
);

-- How far the places that come with the desk have been read in. One row.
create table gazetteer_load (
  id text primary key check (id = 'builtin'),
  -- Which file: another one is read from its beginning.
  source text not null,
  bytes_done bigint not null,
  bytes_total bigint not null,
  updated_at timestamptz not null default now()
);

create sequence gazetteer_local_id start 1000000000000;
create table gazetteer_place (
  -- Of GeoNames, or from 10^12 upwards a number of our own.
  id bigint primary key,
  -- Of a place without a GeoNames id: the same row imported twice is one place.
  local_key text unique,
  name text not null,
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  feature text,
  country_code text,
  admin1 text,
  population bigint not null default 0,
  -- Null: came with the desk.
  import_id uuid references gazetteer_import
);
-- Regions by their code: their own rows when they were imported, else the towns they are governed from.
create index gazetteer_place_region on gazetteer_place (country_code, admin1, feature)
  where feature in ('A.ADM1', 'P.PPLA', 'P.PPLC');

-- One row for each spelling that folds differently.
create table gazetteer_name (
  place_id bigint not null,
  name text not null,
  folded text not null,
  consonants text not null
);
create index gazetteer_name_of on gazetteer_name (place_id);
create index gazetteer_name_folded on gazetteer_name (folded);
create index gazetteer_name_consonants on gazetteer_name (consonants) where consonants <> '';
create index gazetteer_name_like on gazetteer_name using gin (folded gin_trgm_ops);

-- Consonants of folded names, one a line, word by word, in the alphabet of word_skeletons, Arabic and Latin script alike:
-- `khan sebil` and `خان سبل` are `Xn sbl`. For lists, because a call for each of a million names takes minutes.
create function name_consonants(p_folded text) returns text language plpgsql immutable strict parallel safe as $$
declare t text := regexp_replace(p_folded, '\u0647(?=[ \n]|$)', '', 'g');
begin
  t := replace(replace(replace(replace(t, 'kh', 'X'), 'sh', 'S'), 'gh', 'G'), 'th', 'T');
  t := translate(t,
    U&'\0628\062a\062b\062c\062d\062e\062f\0630\0631\0632\0633\0634\0635\0636\0637\0638\063a\0641\0642\0643\0644\0645\0646\0647aeiouw\0639\0627\0648\064a',
    'btTjhXdzrzsSsdtzGfqklmnh');
  t := regexp_replace(t, '[^a-zA-Z \n]', '', 'g');
  return regexp_replace(regexp_replace(t, ' +', ' ', 'g'), '(^|\n) | (?=\n|$)', '\1', 'g');
end $$;

-- Puts the names of places in the stead of those they had. `p_names` are single lines.
create function gazetteer_name_places(p_ids bigint[], p_names text[]) returns integer language plpgsql as $$
declare
  folded text[] := string_to_array(fold_words(array_to_string(p_names, E'\n')), E'\n');
  kept integer;
begin
  delete from gazetteer_name where place_id = any(p_ids);
  insert into gazetteer_name (place_id, name, folded, consonants)
  select distinct on (place_id, f) place_id, name, f, c
  from unnest(p_ids, p_names, folded, string_to_array(name_consonants(array_to_string(folded, E'\n')), E'\n'))
    with ordinality as t (place_id, name, f, c, nth)
  where f <> ''
  order by place_id, f, nth;
  get diagnostics kept = row_count;
  return kept;
end $$;

-- Great-circle metres between points; null where one is not given.
create function metres_between(p_lat float8, p_lon float8, p_lat2 float8, p_lon2 float8) returns float8
language sql immutable parallel safe
  return 2 * 6371008.8 * asin(least(1, sqrt(
    sind((p_lat2 - p_lat) / 2) ^ 2 + cosd(p_lat) * cosd(p_lat2) * sind((p_lon2 - p_lon) / 2) ^ 2)));

-- Places by name, best first: the name as it folds (similarity 1), names with the same consonants (0.9 between scripts, which
-- spell no vowels alike; within one script by how alike they are). Two consonants are enough between scripts, not within
-- one. Only where no name folds alike, also names with many of the same triples of letters: that costs twenty times as much
-- and adds noise to a name that is known. Among equals the nearest to a point, else the largest.
create function gazetteer_find(p_query text, p_lat float8, p_lon float8, p_limit integer)
returns table (place_id bigint, matched text, similarity float8) language plpgsql stable
set pg_trgm.similarity_threshold = 0.45 set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  q text := fold_words(p_query);
  q_consonants text := name_consonants(q);
  q_arabic boolean := q ~ '[\u0621-\u064a]';
  known boolean := exists (select from gazetteer_name n where n.folded = q);
begin
  return query
  with alike as (
    select n.place_id, n.name, 1::float8 as fit from gazetteer_name n where n.folded = q
    union all
    select n.place_id, n.name,
           case when (n.folded ~ '[\u0621-\u064a]') <> q_arabic then 0.9
                else 0.5 + 0.4 * similarity(n.folded, q) end
    from gazetteer_name n
    where n.consonants = q_consonants and n.consonants <> '' and length(q_consonants) > 1 and n.folded <> q
      and (length(q_consonants) > 2 or (n.folded ~ '[\u0621-\u064a]') <> q_arabic)
    union all
    select n.place_id, n.name, 0.9 * similarity(n.folded, q)
    from gazetteer_name n where not known and n.folded % q and n.folded <> q
  ), best as (
    select distinct on (a.place_id) a.place_id, a.name, a.fit from alike a order by a.place_id, a.fit desc, a.name
  )
  select b.place_id, b.name, round(b.fit::numeric, 3)::float8
  from best b join gazetteer_place p on p.id = b.place_id
  order by round(b.fit::numeric, 1) desc, metres_between(p_lat, p_lon, p.lat, p.lon), p.population desc, b.fit desc, p.id
  limit p_limit;
end $$;
