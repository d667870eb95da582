-- Every state that a clip's status object has shown, in the order in which the changes became visible: what SSE listeners and
-- webhooks resume from. Readers order by (xid, id) and stop before the oldest transaction still open, so that nothing that
-- commits late is passed over.
create table clip_status_event (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  clip_id uuid not null references clip,
  case_id uuid not null,
  submitter_ids uuid[] not null,
  version integer not null,
  -- json, not jsonb: listeners get the text as it was written.
  status json not null,
  created_at timestamptz not null default now()
);
create unique index clip_status_event_order on clip_status_event (xid, id);
create index clip_status_event_age on clip_status_event (created_at);

-- Up to where events have been removed for their age: whoever resumes from before has missed something.
create table clip_status_sweep (
  singleton boolean primary key default true check (singleton),
  xid xid8 not null default '0',
  id bigint not null default 0
);
insert into clip_status_sweep default values;

-- What a person holds a clip at, above what follows from its assignment and its claims.
alter table clip
  add column assignee_id uuid references app_user,
  add column assigned_at timestamptz,
  add column work_hold text check (work_hold in ('needs_help', 'closed')),
  add column priority smallint not null default 1 check (priority between 0 and 3),
  add column tags text[] not null default '{}',
  add column advance_warning text;
create index clip_by_assignee on clip (assignee_id, id desc) where assignee_id is not null;

alter table evidence_case add column blind_review boolean not null default true;
