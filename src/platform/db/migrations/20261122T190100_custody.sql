-- The custody log. Rows are only ever added, by the functions below; `canonical` is the event (RFC 8785) and every other
-- column repeats what it says, so that a changed column is found by comparing. docs: security design §6.3 and §6.4.
create table custody_event (
  seq bigint primary key check (seq > 0),
  id uuid not null unique,
  at timestamptz(3) not null,
  chain text not null,
  chain_seq bigint not null check (chain_seq > 0),
  clip_id uuid,
  action text not null,
  actor text not null,
  canonical text not null,
  private_commit bytea check (octet_length(private_commit) = 32),
  prev bytea check (octet_length(prev) = 32),
  leaf bytea not null check (octet_length(leaf) = 32),
  unique (chain, chain_seq)
);
create index custody_event_by_clip on custody_event (clip_id, seq) where clip_id is not null;

-- Personal data of an event, encrypted; the event holds only a salted commitment to it.
create table custody_private (
  event_id uuid primary key references custody_event (id),
  salt bytea not null check (octet_length(salt) = 32),
  nonce bytea not null check (octet_length(nonce) = 12),
  ciphertext bytea not null,
  key_id text not null
);

-- `range` is the compact range of the tree at `size` (one hash for each set bit): the next root needs no older event.
create table custody_checkpoint (
  size bigint primary key check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  range bytea not null,
  note text not null,
  at timestamptz(3) not null
);

create function custody_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'custody records are never changed or removed' using errcode = 'insufficient_privilege';
end $$;

create trigger custody_event_append_only before update or delete or truncate on custody_event
  for each statement execute function custody_refuse();
create trigger custody_private_append_only before update or delete or truncate on custody_private
  for each statement execute function custody_refuse();
create trigger custody_checkpoint_append_only before update or delete or truncate on custody_checkpoint
  for each statement execute function custody_refuse();
-- ALWAYS: session_replication_role = replica would switch ordinary triggers off.
alter table custody_event enable always trigger custody_event_append_only;
alter table custody_private enable always trigger custody_private_append_only;
alter table custody_checkpoint enable always trigger custody_checkpoint_append_only;

-- Places for the next event, held by a lock until the transaction ends: call it last. `at` is this server's clock as it
-- is, even when it stepped back: the order of the log is `seq`, and a time that was made up would be worse than an odd one.
create function custody_head(
  p_chain text, out seq bigint, out chain_seq bigint, out prev bytea, out at timestamptz
) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- An older snapshot would not see the events of those who held the lock before.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'custody events are appended in READ COMMITTED transactions' using errcode = 'SL002';
  end if;
  perform pg_advisory_xact_lock(5417204);
  select coalesce(max(e.seq), 0) + 1 into seq from public.custody_event e;
  select e.chain_seq + 1, e.leaf into chain_seq, prev
    from public.custody_event e where e.chain = p_chain order by e.chain_seq desc limit 1;
  chain_seq := coalesce(chain_seq, 1);
  at := date_trunc('milliseconds', clock_timestamp());
end $$;

-- Appends one event. Every column is taken from the canonical text, so none can say something else.
-- SL001: the log has moved on since `custody_head`; SL002: not an acceptable event.
create function custody_append_one(
  p_canonical text, p_salt bytea, p_nonce bytea, p_ciphertext bytea, p_key_id text
) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  event jsonb := p_canonical::jsonb;
  head record;
  event_at timestamptz(3);
begin
  if (select string_agg(k, ',' order by k collate "C") from jsonb_object_keys(event) k)
     is distinct from 'action,actor,at,body,chain,chainSeq,clipId,id,prev,privateCommit,seq,v'
     or event -> 'v' <> '1' or jsonb_typeof(event -> 'body') <> 'object' or coalesce(event ->> 'chain', '') = '' then
    raise exception 'not a custody event' using errcode = 'SL002';
  end if;
  select * into head from public.custody_head(event ->> 'chain');
  if (event ->> 'seq')::bigint is distinct from head.seq
     or (event ->> 'chainSeq')::bigint is distinct from head.chain_seq
     or event ->> 'prev' is distinct from encode(head.prev, 'hex') then
    raise exception 'the custody log has moved on' using errcode = 'SL001';
  end if;
  event_at := (event ->> 'at')::timestamptz;
  if to_char(event_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') is distinct from event ->> 'at' then
    raise exception 'not the time of a custody event' using errcode = 'SL002';
  end if;
  -- Nobody but the server's clock dates an event; a minute is longer than any honest append takes.
  if abs(extract(epoch from head.at - event_at)) > 60 then
    raise exception 'the custody log has moved on' using errcode = 'SL001';
  end if;
  if (event ->> 'privateCommit' is null) <> (p_salt is null) then
    raise exception 'a private payload and its commitment come together' using errcode = 'SL002';
  end if;
  insert into public.custody_event
    (seq, id, at, chain, chain_seq, clip_id, action, actor, canonical, private_commit, prev, leaf)
  values
    (head.seq, (event ->> 'id')::uuid, event_at, event ->> 'chain', head.chain_seq, (event ->> 'clipId')::uuid,
     event ->> 'action', event ->> 'actor', p_canonical, decode(event ->> 'privateCommit', 'hex'), head.prev,
     sha256('\x00'::bytea || convert_to(p_canonical, 'UTF8')));
  if p_salt is not null then
    insert into public.custody_private (event_id, salt, nonce, ciphertext, key_id)
    values ((event ->> 'id')::uuid, p_salt, p_nonce, p_ciphertext, p_key_id);
  end if;
end $$;

-- Appends events in the order given; the arrays run in step, null where an event has nothing private.
create function custody_append(
  p_canonical text[], p_salt bytea[], p_nonce bytea[], p_ciphertext bytea[], p_key_id text[]
) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  for i in 1 .. cardinality(p_canonical) loop
    perform public.custody_append_one(p_canonical[i], p_salt[i], p_nonce[i], p_ciphertext[i], p_key_id[i]);
  end loop;
end $$;

-- Records a signed checkpoint together with the event that says so (already appended in this transaction).
create function custody_append_checkpoint(p_size bigint, p_root bytea, p_range bytea, p_note text, p_event_id uuid)
returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  signed public.custody_event;
  body jsonb;
begin
  perform pg_advisory_xact_lock(5417205);
  select * into signed from public.custody_event e where e.id = p_event_id and e.action = 'checkpoint.signed';
  body := signed.canonical::jsonb -> 'body';
  if signed.seq is null or p_size >= signed.seq or (body ->> 'size')::bigint is distinct from p_size
     or body ->> 'root' is distinct from encode(p_root, 'hex')
     or body ->> 'noteSha256' is distinct from encode(sha256(convert_to(p_note, 'UTF8')), 'hex') then
    raise exception 'the checkpoint is not the one that its event names' using errcode = 'SL002';
  end if;
  if exists (select from public.custody_checkpoint c where c.size >= p_size) then
    raise exception 'a later checkpoint is already signed' using errcode = 'SL001';
  end if;
  insert into public.custody_checkpoint (size, root, range, note, at)
  values (p_size, p_root, p_range, p_note, signed.at);
end $$;

-- What the service's own role may do with custody: read, and append through the functions. Run it again after the role
-- was made anew (a database restored beside another cluster).
create function custody_protect(p_role text) returns void language plpgsql as $$
begin
  execute format('revoke all on custody_event, custody_private, custody_checkpoint from %I', p_role);
  execute format('grant select on custody_event, custody_private, custody_checkpoint to %I', p_role);
  execute format(
    'grant execute on function custody_head(text), custody_append(text[], bytea[], bytea[], bytea[], text[]), '
    'custody_append_checkpoint(bigint, bytea, bytea, text, uuid) to %I', p_role);
end $$;

revoke all on custody_event, custody_private, custody_checkpoint from public;
revoke all on function
  custody_refuse(),
  custody_head(text),
  custody_append_one(text, bytea, bytea, bytea, text),
  custody_append(text[], bytea[], bytea[], bytea[], text[]),
  custody_append_checkpoint(bigint, bytea, bytea, text, uuid),
  custody_protect(text)
from public;

do $$
begin
  if exists (select from pg_roles where rolname = 'sightline_app') then
    perform custody_protect('sightline_app');
  end if;
end $$;
