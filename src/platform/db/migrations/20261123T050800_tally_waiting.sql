-- How long clips have waited for people: how many of those submitted on a day still do. Kept as the other sums are, by
-- differences, because 100 000 waiting clips cannot be looked at for each dashboard.
alter table clip_tally drop constraint clip_tally_measure_check;
alter table clip_tally add constraint clip_tally_measure_check check (
  measure in (
    'processing', 'work', 'verification', 'failure', 'attention', 'submitted', 'concluded', 'closed', 'waiting'
  )
);

create function is_waiting(work text, processing text) returns boolean language sql immutable
  return work <> 'closed' and processing <> 'cancelled';

create function clip_tally_waiting_inserted() returns trigger language plpgsql as $$
begin
  insert into clip_tally (case_id, measure, state, day, amount)
  select case_id, 'waiting', '', (created_at at time zone 'UTC')::date, count(*)
  from new_rows where is_waiting(work, processing) group by 1, 4;
  return null;
end $$;
create trigger clip_tally_waiting_inserted after insert on clip
  referencing new table as new_rows for each statement execute function clip_tally_waiting_inserted();

create function clip_tally_waiting_moved() returns trigger language plpgsql as $$
begin
  insert into clip_tally (case_id, measure, state, day, amount)
  values (
    new.case_id, 'waiting', '', (new.created_at at time zone 'UTC')::date,
    case when is_waiting(new.work, new.processing) then 1 else -1 end
  );
  return null;
end $$;
create trigger clip_tally_waiting_moved after update of work, processing on clip
  for each row when (is_waiting(old.work, old.processing) is distinct from is_waiting(new.work, new.processing))
  execute function clip_tally_waiting_moved();

insert into clip_tally (case_id, measure, state, day, amount)
select case_id, 'waiting', '', (created_at at time zone 'UTC')::date, count(*)
from clip where is_waiting(work, processing) group by 1, 4;

-- Those that failed, by what with, without walking past all that did not.
create index clip_failed on clip (case_id, id desc) where processing_error is not null;
