-- Signing in: passwords (argon2id, PHC strings), sessions, one-time links, second factors, other people's identity providers.
alter table app_user
  add column password_hash text,
  add column totp_secret jsonb,
  add column totp_confirmed_at timestamptz,
  add column totp_last_step bigint,
  add column version integer not null default 1,
  add column updated_at timestamptz not null default now();
create unique index app_user_email_folded on app_user (lower(email));

-- The cookie's value is kept as the SHA-256 of 32 random bytes.
create table user_session (
  id uuid primary key,
  user_id uuid not null references app_user,
  secret_hash bytea not null unique,
  method text not null check (method in ('password', 'oidc', 'setup')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index user_session_by_user on user_session (user_id, id desc);

-- One-time links by which a person chooses a password: first run, invitation, reset.
create table setup_link (
  id uuid primary key,
  user_id uuid not null references app_user,
  secret_hash bytea not null unique,
  created_by uuid references app_user,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index setup_link_by_user on setup_link (user_id);

create table oidc_identity (
  issuer text not null,
  subject text not null,
  user_id uuid not null references app_user,
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);

-- Kept by rate-limiter-flexible; `expire` is milliseconds since 1970.
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
