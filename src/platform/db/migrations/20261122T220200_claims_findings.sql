-- Claims may also be added after submission. What is claimed of place and time is kept in columns that can be searched.
alter table claim
  alter column submission_id drop not null,
  add column added_by uuid references app_user,
  add column claimed_by text,
  add column language text,
  add column place_lat double precision,
  add column place_lon double precision,
  add column place_box box,
  add column time_range tstzrange;
-- What submissions claimed before: the interval as it is, the place with its radius on a sphere that is a little too small, so
-- that no box is too narrow. A box that crosses the antimeridian ends beyond 180 degrees.
update claim
set time_range = tstzrange((value ->> 'earliest')::timestamptz, (value ->> 'latest')::timestamptz, '[]')
where type = 'time' and (value ? 'earliest' or value ? 'latest');
update claim
set place_lat = lat, place_lon = lon,
  place_box = case
    when abs(lat) + height >= 90 then box(point(-180, greatest(lat - height, -90)), point(180, least(lat + height, 90)))
    when height / cosd(abs(lat) + height) >= 180 then box(point(-180, lat - height), point(180, lat + height))
    else box(point(west, lat - height), point(west + 2 * height / cosd(abs(lat) + height), lat + height))
  end
from (
  select id, lat, lon, height,
    lon - height / cosd(least(abs(lat) + height, 89.999))
      + case when lon - height / cosd(least(abs(lat) + height, 89.999)) < -180 then 360 else 0 end as west
  from (
    select id, (value ->> 'lat')::float8 as lat, (value ->> 'lon')::float8 as lon,
      least(coalesce((value ->> 'radiusM')::float8, 0) / 110000, 180) as height
    from claim
    where type = 'location' and value ? 'lat' and value ? 'lon'
  ) as written
) as placed
where placed.id = claim.id;
create index claim_place on claim using gist (place_box) where place_box is not null;
create index claim_time on claim using gist (time_range) where time_range is not null;
create index claim_unreviewed on claim (clip_id) where verdict = 'unreviewed';

-- An argument for or against a claim, by a person or by a rule. Never edited; withdrawn with a reason.
create table finding (
  id uuid primary key,
  clip_id uuid not null references clip,
  claim_id uuid references claim,
  check_code text not null,
  stance text not null check (stance in ('supports', 'contradicts', 'neutral')),
  summary text not null,
  detail jsonb,
  found_value jsonb,
  evidence jsonb not null default '[]',
  rule text,
  rule_version text,
  made_by uuid references app_user,
  withdrawn_at timestamptz,
  withdrawn_by uuid references app_user,
  withdrawal_reason text,
  created_at timestamptz not null default now(),
  check ((rule is null) = (made_by is not null))
);
create index finding_by_clip on finding (clip_id, id);
create index finding_by_claim on finding (claim_id, id) where claim_id is not null;

-- Files that reviewers hand in as evidence: what they were called and who added them.
alter table artefact
  add column file_name text,
  add column added_by uuid references app_user;
