-- Lists that people come back to: a name and the query of `GET /clips`, each for its maker alone.
create table saved_view (
  id uuid primary key,
  user_id uuid not null references app_user,
  name text not null check (char_length(name) between 1 and 100),
  query text not null check (char_length(query) <= 2000),
  created_at timestamptz not null default now(),
  unique (user_id, name)
);
