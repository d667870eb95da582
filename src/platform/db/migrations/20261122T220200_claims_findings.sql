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
