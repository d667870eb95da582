-- How many clips stand where, by case, kept by the transaction that moves a clip: counting 100 000 clips for each dashboard
-- would cost more than its 20 ms. Every row is a difference; nobody updates one, so writers never wait for each other, and
-- the sum of a case's rows is exact in every snapshot. Workers melt fresh rows together.
create table clip_tally (
  case_id uuid not null,
  measure text not null check (
    measure in ('processing', 'work', 'verification', 'failure', 'attention', 'submitted', 'concluded', 'closed')
  ),
  state text not null,
  -- UTC; null for what stands now, a day for what happened on it.
  day date,
  amount integer not null,
  fresh boolean not null default true
);
create index clip_tally_by_case on clip_tally (case_id) include (measure, state, day, amount);
create index clip_tally_fresh on clip_tally (case_id) where fresh;

create function is_concluded(verification text) returns boolean language sql immutable
  return verification in ('refuted', 'verified', 'inconclusive');

create function clip_tally_inserted() returns trigger language plpgsql as $$
begin
  insert into clip_tally (case_id, measure, state, day, amount)
  select n.case_id, m.measure, m.state, m.day, count(*)
  from new_rows n
  cross join lateral (values
    ('processing', n.processing, null::date),
    ('work', n.work, null),
    ('verification', n.verification, null),
    ('failure', n.processing_error ->> 'code', null),
    ('submitted', '', (n.created_at at time zone 'UTC')::date),
    ('concluded', case when is_concluded(n.verification) then '' end, (n.updated_at at time zone 'UTC')::date),
    ('closed', case when n.work = 'closed' then '' end, (n.updated_at at time zone 'UTC')::date)
  ) m (measure, state, day)
  where m.state is not null
  group by 1, 2, 3, 4;
  return null;
end $$;
create trigger clip_tally_inserted after insert on clip
  referencing new table as new_rows for each statement execute function clip_tally_inserted();

create function clip_tally_moved() returns trigger language plpgsql as $$
declare
  today date := (now() at time zone 'UTC')::date;
begin
  insert into clip_tally (case_id, measure, state, day, amount)
  select new.case_id, m.measure, side.state, null, side.amount
  from (values
    ('processing', old.processing, new.processing),
    ('work', old.work, new.work),
    ('verification', old.verification, new.verification),
    ('failure', old.processing_error ->> 'code', new.processing_error ->> 'code')
  ) m (measure, before, after)
  cross join lateral (values (m.before, -1), (m.after, 1)) side (state, amount)
  where m.before is distinct from m.after and side.state is not null;
  if is_concluded(new.verification) and not is_concluded(old.verification) then
    insert into clip_tally (case_id, measure, state, day, amount) values (new.case_id, 'concluded', '', today, 1);
  end if;
  if new.work = 'closed' and old.work <> 'closed' then
    insert into clip_tally (case_id, measure, state, day, amount) values (new.case_id, 'closed', '', today, 1);
  end if;
  return null;
end $$;
create trigger clip_tally_moved after update of processing, work, verification, processing_error on clip
  for each row when (
    old.processing is distinct from new.processing or old.work is distinct from new.work
    or old.verification is distinct from new.verification
    or old.processing_error ->> 'code' is distinct from new.processing_error ->> 'code'
  ) execute function clip_tally_moved();

create function claim_tally_attention() returns trigger language plpgsql as $$
begin
  insert into clip_tally (case_id, measure, state, amount)
  select case_id, 'attention', '', case when new.needs_attention then 1 else -1 end from clip where id = new.clip_id;
  return null;
end $$;
create trigger claim_tally_added after insert on claim
  for each row when (new.needs_attention) execute function claim_tally_attention();
create trigger claim_tally_attention after update of needs_attention on claim
  for each row when (old.needs_attention is distinct from new.needs_attention) execute function claim_tally_attention();

-- What earlier versions of this program have kept.
insert into clip_tally (case_id, measure, state, day, amount)
select c.case_id, m.measure, m.state, m.day, count(*)
from clip c
cross join lateral (values
  ('processing', c.processing, null::date),
  ('work', c.work, null),
  ('verification', c.verification, null),
  ('failure', c.processing_error ->> 'code', null),
  ('submitted', '', (c.created_at at time zone 'UTC')::date)
) m (measure, state, day)
where m.state is not null
group by 1, 2, 3, 4;
insert into clip_tally (case_id, measure, state, amount)
select clip.case_id, 'attention', '', count(*)
from claim join clip on clip.id = claim.clip_id where claim.needs_attention group by 1;

-- The oldest that still wait for people, case by case.
create index clip_waiting on clip (case_id, id) where work <> 'closed' and processing <> 'cancelled';
