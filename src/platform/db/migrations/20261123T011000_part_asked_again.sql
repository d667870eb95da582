-- Set while a part runs and something that it rests on changes: it has a new run as soon as this one has ended.
alter table clip_part add column asked_again boolean not null default false;
