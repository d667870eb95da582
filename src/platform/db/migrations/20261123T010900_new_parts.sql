-- Clips of before these parts existed get them. Their frames are taken again, because fingerprints come from the same decode;
-- the same bytes give the same pictures. What is waiting is sent by the reconciler.
insert into clip_part (clip_id, part, position, state, finished_at)
select clip.id, added.part, added.position, ended.state, case when ended.state = 'skipped' then now() end
from clip
cross join (values ('fingerprint', 4), ('match', 5), ('checks', 6)) as added (part, position)
join clip_part acquire on acquire.clip_id = clip.id and acquire.part = 'acquire'
join clip_part frames on frames.clip_id = clip.id and frames.part = 'frames'
cross join lateral (
  select case
    when clip.cancelled_at is not null or acquire.state in ('failed', 'skipped') then 'skipped'
    when added.part = 'fingerprint' and frames.state in ('failed', 'skipped') then 'skipped'
    else 'waiting'
  end as state
) as ended;
update clip_part
set state = 'waiting', run = run + 1, progress = 0, outcome = null, warnings = '[]', error = null, attempt_token = null,
  worker_id = null, started_at = null, finished_at = null, changed_at = now()
where part = 'frames' and state = 'complete'
  and clip_id in (select id from clip where cancelled_at is null);
