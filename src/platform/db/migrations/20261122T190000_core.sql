-- People and their tokens. A token is kept as the SHA-256 of a 32-byte random value.
create table app_user (
  id uuid primary key,
  name text not null,
  email text unique,
  admin boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

create table api_token (
  id uuid primary key,
  user_id uuid not null references app_user,
  name text not null,
  token_hash bytea not null unique,
  scope text not null check (scope in ('full', 'read', 'submit', 'dashboard')),
  case_ids uuid[],
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);

create table evidence_case (
  id uuid primary key,
  title text not null,
  reference text,
  description text,
  sensitivity text not null default 'none' check (sensitivity in ('none', 'personal', 'graphic')),
  is_inbox boolean not null default false,
  version integer not null default 1,
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index evidence_case_one_inbox on evidence_case (is_inbox) where is_inbox;

create table case_member (
  case_id uuid not null references evidence_case,
  user_id uuid not null references app_user,
  role text not null check (role in ('submitter', 'reviewer', 'lead')),
  added_at timestamptz not null default now(),
  primary key (case_id, user_id)
);
create index case_member_user on case_member (user_id);

-- Objects of the store that rows refer to; the bytes lie in the object store under this name.
create table stored_object (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  sha512 text not null check (sha512 ~ '^[0-9a-f]{128}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  created_at timestamptz not null default now()
);

create table clip (
  id uuid primary key,
  case_id uuid not null references evidence_case,
  canonical_url text,
  platform text,
  url_kind text,
  post_id text,
  account_handle text,
  post_time jsonb,
  title text,
  sensitivity text not null default 'none' check (sensitivity in ('none', 'personal', 'graphic')),
  original_sha256 text references stored_object,
  original_media_type text,
  processing text not null default 'queued'
    check (processing in ('queued', 'running', 'complete', 'partial', 'failed', 'cancelled')),
  progress real not null default 0,
  processing_error jsonb,
  work text not null default 'unassigned'
    check (work in ('unassigned', 'assigned', 'in_review', 'second_review', 'needs_help', 'closed')),
  verification text not null default 'unreviewed'
    check (verification in ('unreviewed', 'in_review', 'disputed', 'refuted', 'verified', 'inconclusive')),
  cancelled_at timestamptz,
  version integer not null default 1,
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- The race between two submissions of one link ends here.
create unique index clip_once_per_case on clip (case_id, canonical_url) where canonical_url is not null;
create index clip_by_case on clip (case_id, id desc);
create index clip_by_original on clip (original_sha256) where original_sha256 is not null;
create index clip_by_processing on clip (processing, id desc);

create table submission (
  id uuid primary key,
  clip_id uuid not null references clip,
  submitted_url text,
  file_name text,
  upload_sha256 text references stored_object,
  note text,
  posted_at timestamptz,
  protect_submitter boolean not null default false,
  via text not null check (via in ('link', 'batch', 'upload')),
  submitted_by uuid not null references app_user,
  created_at timestamptz not null default now()
);
create index submission_by_clip on submission (clip_id, id);

create table claim (
  id uuid primary key,
  clip_id uuid not null references clip,
  submission_id uuid not null references submission,
  type text not null check (type in ('location', 'time', 'source', 'other')),
  statement text not null,
  value jsonb not null default '{}',
  verdict text not null default 'unreviewed'
    check (verdict in ('unreviewed', 'in_review', 'confirmed', 'refuted', 'inconclusive', 'undeterminable', 'contested')),
  needs_attention boolean not null default false,
  created_at timestamptz not null default now()
);
create index claim_by_clip on claim (clip_id, id);

-- One row a processing part. `run` grows with every re-drive and, with `attempt_token`, fences late writers.
create table clip_part (
  clip_id uuid not null references clip,
  part text not null,
  position smallint not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'complete', 'failed', 'skipped')),
  run integer not null default 1,
  attempts integer not null default 0,
  crashes integer not null default 0,
  attempt_token uuid,
  worker_id uuid,
  progress real not null default 0,
  outcome text,
  warnings jsonb not null default '[]',
  error jsonb,
  started_at timestamptz,
  finished_at timestamptz,
  changed_at timestamptz not null default now(),
  primary key (clip_id, part)
);
create index clip_part_open on clip_part (changed_at) where state in ('waiting', 'running');
create index clip_part_by_worker on clip_part (worker_id) where state = 'running';

-- What was fetched, when, from where and how. `record` is the acquisition record, also sealed as an object.
create table capture (
  id uuid primary key,
  clip_id uuid not null references clip,
  fetcher text not null,
  record jsonb not null,
  record_sha256 text not null references stored_object,
  platform_info jsonb,
  outcome text not null check (outcome in ('sealed', 'refused', 'failed')),
  created_at timestamptz not null default now()
);
create index capture_by_clip on capture (clip_id, id);

create table artefact (
  id uuid primary key,
  clip_id uuid not null references clip,
  part text not null,
  kind text not null,
  sha256 text not null references stored_object,
  media_type text not null,
  parent_sha256 text references stored_object,
  created_at timestamptz not null default now()
);
create index artefact_by_clip on artefact (clip_id, id);

create table frame (
  id uuid primary key,
  clip_id uuid not null references clip,
  index integer not null,
  pts_ms bigint not null,
  source_pts bigint not null,
  time_base text not null,
  frame_number bigint not null,
  kind text not null check (kind in ('scene', 'interval')),
  width integer not null,
  height integer not null,
  sha256 text not null references stored_object,
  thumb_sha256 text not null references stored_object,
  veiled_sha256 text not null references stored_object,
  created_at timestamptz not null default now(),
  unique (clip_id, index)
);

-- A finished stage, keyed by what determines it: clips with the same bytes share it.
create table stage_result (
  original_sha256 text not null references stored_object,
  stage text not null,
  stage_version integer not null,
  parameters_sha256 text not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (original_sha256, stage, stage_version, parameters_sha256)
);

create table outbox (
  id bigint generated always as identity primary key,
  event text not null,
  payload jsonb not null,
  created_at timestamptz not null default now()
);
create function outbox_wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;
create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();

create table idempotency_key (
  user_id uuid not null references app_user,
  key text not null,
  request_sha256 text not null,
  -- Host of the API process that is answering.
  holder text not null,
  status smallint,
  body jsonb,
  headers jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table worker_process (
  id uuid primary key,
  host text not null,
  pid integer not null,
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  ended_at timestamptz
);
create index worker_process_alive on worker_process (heartbeat_at) where ended_at is null;

create table verification_run (
  id uuid primary key,
  requested_by uuid references app_user,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  report jsonb
);
create index verification_run_latest on verification_run (requested_at desc);
