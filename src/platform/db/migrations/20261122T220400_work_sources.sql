-- When the assignee last did something to the clip: what a stale assignment is told by.
-- The inbox's order within a case, smallest first: priority, then calls for help.
alter table clip
  add column last_worked_at timestamptz,
  add column inbox_rank smallint not null
    generated always as ((3 - priority) * 2 + case when work = 'needs_help' then 0 else 1 end) stored;
create index clip_inbox on clip (case_id, inbox_rank, id) where work <> 'closed';
create index clip_inbox_own on clip (assignee_id, inbox_rank, id)
  where assignee_id is not null and work <> 'closed';

create table comment (
  id uuid primary key,
  clip_id uuid not null references clip,
  -- A comment on a claim is as blind as the assessments of that claim.
  claim_id uuid references claim,
  in_reply_to uuid references comment,
  text text not null,
  mentions uuid[] not null default '{}',
  made_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index comment_by_clip on comment (clip_id, id);
create index comment_mentions on comment using gin (mentions);

-- Parts of a clip that are graphic or personal, with a line that warns before they are opened.
create table sensitive_range (
  id uuid primary key,
  clip_id uuid not null references clip,
  start_ms bigint not null check (start_ms >= 0),
  end_ms bigint not null,
  sensitivity text not null check (sensitivity in ('personal', 'graphic')),
  warning text not null,
  added_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  check (end_ms > start_ms)
);
create index sensitive_range_by_clip on sensitive_range (clip_id, start_ms, id) where removed_at is null;

-- One row for each minute in which a person had graphic material of a clip opened.
create table exposure_minute (
  user_id uuid not null references app_user,
  minute timestamptz not null,
  clip_id uuid not null references clip,
  case_id uuid not null references evidence_case,
  primary key (user_id, minute, clip_id)
);
create index exposure_by_case on exposure_minute (case_id, minute);

-- People, accounts and outlets that claims name. `reliability` is the present Admiralty letter, `source_grade` its history.
create table source (
  id uuid primary key,
  case_id uuid not null references evidence_case,
  kind text not null check (kind in ('person', 'outlet', 'organisation', 'unknown')),
  name text not null,
  notes text,
  reliability text not null default 'F' check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  version integer not null default 1,
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index source_by_case on source (case_id, id desc);

create table source_grade (
  id uuid primary key,
  source_id uuid not null references source,
  grade text not null check (grade in ('A', 'B', 'C', 'D', 'E', 'F')),
  reason text not null,
  made_by uuid not null references app_user,
  created_at timestamptz not null default now()
);
create index source_grade_by_source on source_grade (source_id, id);

-- Handles seen on platforms, folded so that one account is one row. A person may say whose they are.
create table account (
  id uuid primary key,
  case_id uuid not null references evidence_case,
  platform text not null,
  -- As it was first written; `handle_key` is what tells accounts apart.
  handle text not null,
  handle_key text not null,
  source_id uuid references source,
  created_at timestamptz not null default now(),
  unique (case_id, platform, handle_key)
);
create index account_by_source on account (source_id) where source_id is not null;

alter table claim add column source_id uuid references source;
create index claim_by_source on claim (source_id) where source_id is not null;

-- Every time that a handle came in, in a link or in a claim. Written by triggers, insert only, so that intake never waits for
-- another intake of the same account; `account_id` is filled in when accounts are next read.
create table account_sighting (
  id bigint generated always as identity primary key,
  case_id uuid not null references evidence_case,
  clip_id uuid not null references clip,
  claim_id uuid references claim,
  platform text,
  handle text not null,
  account_id uuid references account,
  seen_at timestamptz not null
);
create index account_sighting_new on account_sighting (case_id, id) where account_id is null;
create index account_sighting_by_account on account_sighting (account_id, seen_at);

create function clip_account_seen() returns trigger language plpgsql as $$
begin
  insert into account_sighting (case_id, clip_id, platform, handle, seen_at)
  values (new.case_id, new.id, new.platform, new.account_handle, new.created_at);
  return null;
end $$;
create trigger clip_account_seen after insert on clip
  for each row when (new.account_handle is not null) execute function clip_account_seen();

create function claim_account_seen() returns trigger language plpgsql as $$
begin
  insert into account_sighting (case_id, clip_id, claim_id, platform, handle, seen_at)
  select clip.case_id, new.clip_id, new.id, new.value ->> 'platform', new.value ->> 'handle', new.created_at
  from clip where clip.id = new.clip_id;
  return null;
end $$;
create trigger claim_account_seen after insert on claim
  for each row when (new.type = 'source' and new.value ->> 'handle' is not null) execute function claim_account_seen();

insert into account_sighting (case_id, clip_id, platform, handle, seen_at)
select case_id, id, platform, account_handle, created_at from clip where account_handle is not null;
insert into account_sighting (case_id, clip_id, claim_id, platform, handle, seen_at)
select clip.case_id, claim.clip_id, claim.id, claim.value ->> 'platform', claim.value ->> 'handle', claim.created_at
from claim join clip on clip.id = claim.clip_id
where claim.type = 'source' and claim.value ->> 'handle' is not null;
