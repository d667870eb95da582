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
create index sensitive_range_by_clip on sensitive_range (clip_id, id);

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

-- Handles seen on platforms: in links and in what submissions claim. A person may say whose they are.
create table account (
  id uuid primary key,
  case_id uuid not null references evidence_case,
  platform text not null,
  handle text not null,
  source_id uuid references source,
  created_at timestamptz not null default now(),
  unique (case_id, platform, handle)
);
create index account_by_source on account (source_id) where source_id is not null;

alter table claim add column source_id uuid references source;
create index claim_by_source on claim (source_id) where source_id is not null;
