-- What somebody looked at before they judged, and what they set aside with a reason. Part of the judgement: never edited.
alter table judgement add column checklist jsonb not null default '[]';
