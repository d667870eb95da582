-- What each automatic rule answered when it last looked. An argument is a finding too; `not_applicable` and `failed` are not.
create table check_outcome (
  clip_id uuid not null references clip,
  ordinal integer not null,
  rule text not null,
  rule_version text not null,
  claim_id uuid references claim,
  outcome text not null check (outcome in ('supports', 'contradicts', 'neutral', 'not_applicable', 'failed')),
  summary text not null,
  -- The values that were compared.
  compared jsonb not null default '{}',
  finding_id uuid references finding,
  created_at timestamptz not null default now(),
  primary key (clip_id, ordinal)
);
-- Of the few clips that were checked before the gazetteer was there.
create index check_outcome_before_gazetteer on check_outcome (clip_id) where compared ->> 'gazetteer' = 'being_read_in';
create index finding_by_rule on finding (clip_id, rule) where rule is not null and withdrawn_at is null;

-- Text that was read in a kept frame, by a machine.
create table frame_text (
  frame_id uuid primary key references frame on delete cascade,
  clip_id uuid not null references clip,
  text text not null,
  -- 0 to 100, the reader's own.
  confidence real not null,
  engine text not null,
  created_at timestamptz not null default now()
);
create index frame_text_by_clip on frame_text (clip_id);
