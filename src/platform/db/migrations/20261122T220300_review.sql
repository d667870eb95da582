-- Who or what is seen in frames: marking the same subject in another clip links the clips.
create table subject (
  id uuid primary key,
  case_id uuid not null references evidence_case,
  kind text not null check (kind in ('person', 'vehicle', 'insignia', 'landmark', 'text')),
  name text not null,
  description text,
  map_point jsonb,
  version integer not null default 1,
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index subject_by_case on subject (case_id, id desc);

-- W3C Web Annotations, anchored to the original's bytes and time base, so that they survive a new extraction of frames.
create table annotation (
  id uuid primary key,
  clip_id uuid not null references clip,
  original_sha256 text not null references stored_object,
  -- Null for an annotation on a time range. `frame_id` is where it was drawn; `source_pts` is what it is found by.
  frame_id uuid,
  source_pts bigint,
  time_base text,
  frame_number bigint,
  pts_ms bigint,
  start_ms bigint,
  end_ms bigint,
  motivation text not null,
  selector jsonb not null,
  body jsonb not null default '[]',
  -- The texts of `body` in one, for search.
  words text not null default '',
  subject_id uuid references subject,
  claim_id uuid references claim,
  stance text check (stance in ('supports', 'contradicts', 'neutral')),
  landmark jsonb,
  version integer not null default 1,
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  check ((source_pts is null) <> (start_ms is null))
);
create index annotation_by_clip on annotation (clip_id, id);
create index annotation_by_pts on annotation (clip_id, source_pts) where source_pts is not null;
create index annotation_by_subject on annotation (subject_id, id) where subject_id is not null;

-- Earlier wordings of an annotation.
create table annotation_revision (
  annotation_id uuid not null references annotation,
  version integer not null,
  content jsonb not null,
  changed_by uuid not null references app_user,
  changed_at timestamptz not null default now(),
  primary key (annotation_id, version)
);

-- Assessments and rulings on claims, in the order in which they were made. Never edited; a person's newer one supersedes.
create table judgement (
  id uuid primary key,
  ordinal bigint generated always as identity unique,
  kind text not null check (kind in ('assessment', 'ruling')),
  claim_id uuid not null references claim,
  clip_id uuid not null references clip,
  made_by uuid not null references app_user,
  verdict text not null check (verdict in ('confirmed', 'refuted', 'inconclusive', 'undeterminable')),
  credibility smallint not null default 6 check (credibility between 1 and 6),
  rationale text not null,
  evidence jsonb not null,
  supersedes uuid references judgement,
  created_at timestamptz not null default now()
);
create index judgement_by_claim on judgement (claim_id, ordinal);
create index judgement_by_clip on judgement (clip_id, ordinal);
create index judgement_by_maker on judgement (made_by, ordinal);

-- Admiralty credibility of what is claimed, as those whose word concluded the claim see it; null while it is open.
alter table claim add column credibility smallint check (credibility between 1 and 6);
