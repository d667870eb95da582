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
  -- Grows with every change that an answer shows.
  version integer not null default 1,
  state text not null default 'suggested' check (state in ('suggested', 'confirmed', 'rejected')),
  -- Of the last decision, also when that took an earlier one back.
  rationale text,
  decided_by uuid references app_user,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (clip_id, other_clip_id, kind),
  check (clip_id < other_clip_id),
  check (state = 'suggested' or decided_by is not null),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (rationale is null))
);
create index clip_match_by_clip on clip_match (clip_id, id);
create index clip_match_by_other on clip_match (other_clip_id, id);
