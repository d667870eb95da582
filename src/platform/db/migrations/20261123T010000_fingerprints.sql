-- What a video looks and sounds like, once for each sealed original: clips with the same bytes share it. `frames` is what the
-- match index loads, in the order of `id`; a lock taken before the insert makes that also the order in which rows appear.
create table fingerprint (
  id bigint generated always as identity primary key,
  original_sha256 text not null references stored_object,
  stage_version integer not null,
  -- The dense track (analysis/stages/fingerprint/domain/track.ts), an object of the store.
  track_sha256 text not null references stored_object,
  duration_ms bigint,
  -- Packed 40-byte records (domain/index-records.ts) of the samples that are worth looking for.
  frames bytea not null,
  -- Chromaprint's 32-bit words, little-endian, or null without sound.
  sound bytea,
  sound_step_ms real,
  created_at timestamptz not null default now(),
  unique (original_sha256, stage_version)
);
-- Hashes do not compress.
alter table fingerprint alter column frames set storage external, alter column sound set storage external;

-- PDQ of a kept frame (64 hexadecimal digits) and its quality, 0 to 100.
alter table frame
  add column fingerprint text check (fingerprint ~ '^[0-9a-f]{64}$'),
  add column quality smallint check (quality between 0 and 100);
