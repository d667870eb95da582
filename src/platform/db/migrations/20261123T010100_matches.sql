-- Two clips that share bytes, pictures or sound. One row for the pair and kind, the smaller id first; answers turn it round.
create table clip_match (
  id uuid primary key,
  clip_id uuid not null references clip,
  other_clip_id uuid not null references clip,
  kind text not null check (kind in ('same_file', 'same_footage', 'same_sound')),
  mirrored boolean not null default false,
  -- Milliseconds of the other clip that pass in one of this.
  speed double precision not null default 1,
  score real not null,
  coverage real not null,
  other_coverage real not null,
  -- [{startMs, endMs, otherStartMs, otherEndMs, mirrored, speed, score}]
  segments jsonb not null default '[]',
  method text not null,
  state text not null default 'suggested' check (state in ('suggested', 'confirmed', 'rejected')),
  rationale text,
  decided_by uuid references app_user,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (clip_id, other_clip_id, kind),
  check (clip_id < other_clip_id),
  check ((state = 'suggested') = (decided_by is null))
);
create index clip_match_by_other on clip_match (other_clip_id);
