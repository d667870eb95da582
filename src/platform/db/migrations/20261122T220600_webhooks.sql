create table webhook (
  id uuid primary key,
  -- Null: every case of the person who made it.
  case_id uuid references evidence_case,
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

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  event_id bigint not null,
  clip_id uuid not null references clip,
  body jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_status integer,
  last_error text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'pending';
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, id desc);
