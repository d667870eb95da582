create table webhook (
  id uuid primary key,
  -- Null: every case that the person who made it leads.
  case_id uuid references evidence_case,
  -- Cases that the token reached with which it was made; null when it reached all of its user's.
  case_limit uuid[],
  url text not null,
  -- The signing secret, sealed with the desk's private key.
  secret jsonb not null,
  made_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  -- Where in `clip_status_event` it stands.
  cursor_xid xid8 not null,
  cursor_id bigint not null
);
create index webhook_by_maker on webhook (made_by, id desc) where removed_at is null;

create table webhook_delivery (
  -- Also the message's `webhook-id`: the same on every attempt, so that receivers can drop repeats.
  id uuid primary key,
  webhook_id uuid not null references webhook,
  event_id bigint not null,
  clip_id uuid not null references clip,
  case_id uuid not null references evidence_case,
  -- The bytes that are signed and sent.
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'dead')),
  attempts integer not null default 0,
  -- While a worker has it in hand: when it is taken for lost and due again.
  next_attempt_at timestamptz not null default now(),
  worker_id uuid,
  last_status integer,
  last_error text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at) where state = 'pending';
create index webhook_delivery_in_hand on webhook_delivery (webhook_id) where worker_id is not null;
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_ended on webhook_delivery (finished_at) where finished_at is not null;
