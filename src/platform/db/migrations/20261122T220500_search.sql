-- Full text over what people and platforms have said about clips. docs/search.md has the table of foldings.

-- One spelling for the many of a word: `Ḫān as-Sabil` becomes `khan sabil`. Line breaks stay, so that a list of words, one
-- a line, folds to a list of the same length.
create function fold_words(p_text text) returns text language plpgsql immutable strict parallel safe as $$
declare t text := lower(normalize(p_text, nfkd));
begin
  -- Arabic: vowel signs, tatweel and hamzas go; one alef, yeh, heh and kaf; digits as in Latin text. Latin letters that
  -- have no decomposition.
  t := regexp_replace(t, '[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]', '', 'g');
  t := translate(t,
    U&'\0671\0649\06cc\0629\06c1\06be\06a9\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06f0\06f1\06f2\06f3\06f4\06f5\06f6\06f7\06f8\06f9\0131\00f8\0142\0111\0621',
    U&'\0627\064a\064a\0647\0647\0647\064301234567890123456789iold');
  t := regexp_replace(t, '(^|[^\u0621-\u064a])\u0627\u0644(?=[\u0621-\u064a]{3})', '\1', 'g');
  -- Scholarly marks that stand for a letter of their own, before the other marks go.
  t := regexp_replace(t, 'h[\u032e\u0331]', 'kh', 'g');
  t := regexp_replace(t, 's[\u030c\u0327]', 'sh', 'g');
  t := regexp_replace(t, 'g[\u0306\u0307]', 'gh', 'g');
  t := regexp_replace(t, 'd\u0331', 'dh', 'g');
  t := regexp_replace(t, 't\u0331', 'th', 'g');
  t := replace(t, U&'g\030c', 'j');
  t := regexp_replace(t, '[\u0300-\u036f''`\u2018\u2019\u201b\u2032\u02b9-\u02bf]', '', 'g');
  -- Articles of Arabic names, joined with a hyphen; `al` and `el` also as words.
  t := regexp_replace(t, '(^|[^a-z])(?:[ae](?:l|s|sh|n|r|t|th|d|dh|z)[-\u2010-\u2015]|[ae]l +)(?=[a-z])', '\1', 'g');
  t := regexp_replace(t,
    '[\u0001-\u0009\u000b-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u20a0-\u2bff\u3000-\u3003\u3008-\u3020\ufe00-\ufe0f\ufeff]+',
    ' ', 'g');
  if t ~ '[a-z]' then
    t := replace(replace(replace(replace(replace(t, 'tch', 'sh'), 'ch', 'sh'), 'x', 'kh'), 'dj', 'j'), 'dh', 'z');
    t := regexp_replace(t, 'ou|oo', 'u', 'g');
    t := replace(replace(t, 'ee', 'i'), 'y', 'i');
    t := regexp_replace(t, '([a-z])\1+', '\1', 'g');
    t := regexp_replace(t, '(kh|sh|gh|th)\1+', '\1', 'g');
    t := regexp_replace(t, '([a-z]{2}[ae])h(?![a-z])', '\1', 'g');
  end if;
  return btrim(regexp_replace(t, ' +', ' ', 'g'), ' ');
end $$;

-- Consonants of each folded word, Arabic and Latin script in one alphabet, so that sebel, sabil, subul and سبل meet:
-- `a:` from Arabic script, `l:` from Latin.
create function word_skeletons(p_folded text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  arabic text := regexp_replace(p_folded, '[^\u0621-\u064a \n]', '', 'g');
  latin text := regexp_replace(p_folded, '[^a-z \n]', '', 'g');
begin
  arabic := regexp_replace(arabic, '\u0647(?=[ \n]|$)', '', 'g');
  arabic := translate(arabic,
    U&'\0628\062a\062b\062c\062d\062e\062f\0630\0631\0632\0633\0634\0635\0636\0637\0638\063a\0641\0642\0643\0644\0645\0646\0647\0639\0627\0648\064a',
    'btTjhXdzrzsSsdtzGfqklmnh');
  latin := replace(replace(replace(replace(latin, 'kh', 'X'), 'sh', 'S'), 'gh', 'G'), 'th', 'T');
  latin := regexp_replace(latin, '[aeiouw]', '', 'g');
  return array(
    select distinct 'a:' || left(w, 40) from regexp_split_to_table(arabic, '[ \n]+') as w where length(w) > 1
    union
    select distinct 'l:' || left(w, 40) from regexp_split_to_table(latin, '[ \n]+') as w where length(w) > 1);
end $$;

-- What a document is found by: its words as folded, as English and as Arabic stems, their skeletons, and its case, class and
-- kind (which no query of a person can name), so that one look into the index answers for one case.
create function search_vector(p_words text, p_case uuid, p_class smallint, p_kind text) returns tsvector
language plpgsql immutable parallel safe as $$
declare folded text := fold_words(p_words);
begin
  return setweight(to_tsvector('simple', folded) || to_tsvector('english', p_words) || to_tsvector('arabic', p_words),
                   (array['A', 'B', 'C'])[p_class]::"char")
      || array_to_tsvector(word_skeletons(folded) || array['#case ' || p_case, '#class ' || p_class, '#kind ' || p_kind]);
end $$;

-- A word or phrase as it was written, in any of the spellings that fold alike or the forms that stem alike.
create function search_exact(p_term text) returns tsquery language sql immutable strict parallel safe as $$
  select phraseto_tsquery('simple', fold_words(p_term)) || phraseto_tsquery('english', p_term)
      || phraseto_tsquery('arabic', p_term)
$$;

-- As `search_exact`, or words with the same consonants. Two consonants are enough between scripts, not within one.
create function search_variant(p_term text) returns tsquery language plpgsql immutable strict parallel safe as $$
declare
  word text;
  found tsquery;
  skeleton text;
  alternatives tsquery;
begin
  foreach word in array regexp_split_to_array(fold_words(p_term), '[ \n]+') loop
    alternatives := phraseto_tsquery('simple', word);
    foreach skeleton in array word_skeletons(word) loop
      alternatives := alternatives || quote_literal(case left(skeleton, 1) when 'a' then 'l' else 'a' end || substr(skeleton, 2))::tsquery;
      if length(skeleton) > 4 then alternatives := alternatives || quote_literal(skeleton)::tsquery; end if;
    end loop;
    found := coalesce(found && alternatives, alternatives);
  end loop;
  return search_exact(p_term) || found;
end $$;

-- Which of these single words a query means: what a snippet's marks are set by. Skeletons cost most, so they come last.
create function search_matching(p_words text[], p_marks tsquery, p_varied boolean) returns setof text
language sql immutable strict parallel safe as $$
  select raw.word
  from unnest(p_words) with ordinality as raw (word, place)
  join unnest(string_to_array(fold_words(array_to_string(p_words, E'\n')), E'\n')) with ordinality as folded (word, place)
    using (place)
  where (to_tsvector('simple', folded.word) || to_tsvector('english', raw.word) || to_tsvector('arabic', raw.word)) @@ p_marks
     or (p_varied and array_to_tsvector(word_skeletons(folded.word)) @@ p_marks)
$$;

-- `class` is the rank: 1 what is claimed, 2 what came with the clip, 3 what was said of it since.
create table search_document (
  kind text not null check (kind in ('claim', 'note', 'clip', 'post', 'finding', 'annotation', 'comment')),
  ref_id uuid not null,
  clip_id uuid not null references clip,
  case_id uuid not null,
  -- Set on what may be blind to a reader: comments on a claim.
  claim_id uuid,
  made_by uuid,
  class smallint not null,
  words text not null,
  tsv tsvector not null,
  at timestamptz not null,
  primary key (ref_id, kind)
);
-- Without a pending list: a search must not pay for what was written before it.
create index search_document_tsv on search_document using gin (tsv) with (fastupdate = off);
create index search_document_newest on search_document (class, ref_id desc);
create index search_document_by_clip on search_document (clip_id);
-- The few among which a reader's blindness must be asked for.
create index search_document_of_claims on search_document using gin (tsv) with (fastupdate = off) where claim_id is not null;

create function search_keep(
  p_kind text, p_ref uuid, p_clip uuid, p_class integer, p_at timestamptz, p_words text,
  p_claim uuid default null, p_made_by uuid default null
) returns void language plpgsql as $$
declare
  in_case uuid := (select case_id from clip where id = p_clip);
  kept text := left(btrim(coalesce(p_words, '')), 100000);
begin
  if kept = '' then
    delete from search_document where kind = p_kind and ref_id = p_ref;
    return;
  end if;
  insert into search_document (kind, ref_id, clip_id, case_id, claim_id, made_by, class, words, tsv, at)
  values (p_kind, p_ref, p_clip, in_case, p_claim, p_made_by, p_class, kept,
          search_vector(kept, in_case, p_class::smallint, p_kind), p_at)
  on conflict (kind, ref_id) do update
    set words = excluded.words, tsv = excluded.tsv, claim_id = excluded.claim_id;
end $$;

-- The share of all documents that the planner expects to match, from 0 to 1.
create function search_share(p_query tsquery) returns float8 language plpgsql volatile as $$
declare plan json;
begin
  execute format('explain (format json) select from search_document where tsv @@ %L::tsquery', p_query::text) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8
       / greatest(1, (select reltuples from pg_class where oid = 'search_document'::regclass));
end $$;

-- Documents of classes `p_from` to `p_to` that match, by class, then newest first. Rare words are looked up in the index and
-- sorted. For words so frequent that this would read much of the table, the newest documents of a class are walked; only
-- where the walk finds too few does the index answer, for that class alone. `p_scope` names the cases as lexemes.
create function search_documents(
  p_query tsquery, p_except tsquery, p_scope tsquery, p_cases uuid[], p_kind text,
  p_from integer, p_before uuid, p_to integer, p_limit integer
) returns table (class smallint, ref_id uuid) language plpgsql volatile
-- The planner takes the words of a query for independent of its cases, and would read the whole table for a word that is
-- frequent in other cases alone.
set enable_seqscan = off set plan_cache_mode = force_custom_plan set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  last constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  share constant float8 := search_share(p_query && p_scope);
  wanted integer := p_limit;
  before uuid := coalesce(p_before, last);
  looked_up tsquery := p_query;
  refs uuid[];
begin
  -- Lists of nearly everything cost the index more than they save.
  if search_share(p_scope) < 0.5 then looked_up := looked_up && p_scope; end if;
  if p_kind is not null then looked_up := looked_up && quote_literal('#kind ' || p_kind)::tsquery; end if;
  if share < 0.005 then
    return query
      select d.class, d.ref_id from search_document d
      where d.tsv @@ looked_up and d.case_id = any(p_cases) and (p_except is null or not d.tsv @@ p_except)
        and d.class between p_from and p_to and (d.class > p_from or d.ref_id < before)
      -- The sum keeps the planner from walking.
      order by d.class + 0, d.ref_id desc limit p_limit;
    return;
  end if;
  for each_class in p_from .. p_to loop
    refs := array(
      select n.ref_id from (
        select d.ref_id, d.case_id, d.kind, d.tsv from search_document d where d.class = each_class and d.ref_id < before
        order by d.ref_id desc limit least(10000, greatest(4000, 8 * wanted / share))) as n
      where n.case_id = any(p_cases) and (p_kind is null or n.kind = p_kind) and n.tsv @@ p_query
        and (p_except is null or not n.tsv @@ p_except)
      limit wanted);
    if cardinality(refs) < wanted then
      refs := array(
        select d.ref_id from search_document d
        where d.tsv @@ (looked_up && quote_literal('#class ' || each_class)::tsquery) and d.case_id = any(p_cases)
          and (p_except is null or not d.tsv @@ p_except) and d.ref_id < before
        order by d.class + 0, d.ref_id desc limit wanted);
    end if;
    return query select each_class::smallint, r from unnest(refs) with ordinality as t (r, place) order by place;
    wanted := wanted - cardinality(refs);
    exit when wanted = 0;
    before := last;
  end loop;
end $$;

-- Clips with a document that matches and is blind to nobody; null when there are more than so many, or many are to be expected.
create function search_clips(p_query tsquery, p_scope tsquery, p_cases uuid[], p_most integer) returns uuid[]
language plpgsql volatile
set enable_seqscan = off set enable_indexscan = off set plan_cache_mode = force_custom_plan
set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  looked_up tsquery := p_query;
  found_clips uuid[];
begin
  if search_share(p_query && p_scope) > 0.02 then return null; end if;
  if search_share(p_scope) < 0.5 then looked_up := looked_up && p_scope; end if;
  found_clips := array(
    select clip_id from search_document
    where tsv @@ looked_up and case_id = any(p_cases) and claim_id is null limit p_most + 1);
  if cardinality(found_clips) > p_most then return null; end if;
  return array(select distinct c from unnest(found_clips) as c);
end $$;

-- Every text within a JSON value, one a line.
create function json_texts(p_value jsonb) returns text language sql immutable parallel safe as $$
  select string_agg(t #>> '{}', E'\n') from jsonb_path_query(p_value, 'strict $.** ? (@.type() == "string")') as t
$$;

create function search_keep_submission() returns trigger language plpgsql as $$
begin
  perform search_keep('note', new.id, new.clip_id, 2, new.created_at, new.note);
  return null;
end $$;
create trigger search_keep after insert or update of note on submission
  for each row execute function search_keep_submission();

-- Of the value only what people wrote: the name of a time zone would make every clip of Syria one of Damascus.
create function search_keep_claim() returns trigger language plpgsql as $$
begin
  perform search_keep('claim', new.id, new.clip_id, 1, new.created_at, concat_ws(E'\n', new.statement, json_texts(
    new.value - array['earliest', 'latest', 'timezone', 'edtf', 'precision', 'polygon', 'parsed', 'point'])));
  return null;
end $$;
create trigger search_keep after insert or update of statement, value on claim
  for each row execute function search_keep_claim();

create function search_keep_clip() returns trigger language plpgsql as $$
begin
  perform search_keep('clip', new.id, new.id, 2, new.created_at, concat_ws(E'\n', new.title, new.account_handle,
    nullif(array_to_string(new.tags, E'\n'), ''), new.advance_warning));
  return null;
end $$;
create trigger search_keep after insert or update of title, account_handle, tags, advance_warning on clip
  for each row execute function search_keep_clip();

create function search_keep_capture() returns trigger language plpgsql as $$
begin
  perform search_keep('post', new.id, new.clip_id, 3, new.created_at, concat_ws(E'\n', new.platform_info ->> 'title',
    new.platform_info ->> 'description', new.platform_info ->> 'uploader', new.platform_info ->> 'uploaderId'));
  return null;
end $$;
create trigger search_keep after insert or update of platform_info on capture
  for each row execute function search_keep_capture();

create function search_keep_finding() returns trigger language plpgsql as $$
begin
  perform search_keep('finding', new.id, new.clip_id, 3, new.created_at,
    case when new.withdrawn_at is null then concat_ws(E'\n', new.summary, json_texts(new.detail)) end);
  return null;
end $$;
create trigger search_keep after insert or update of summary, detail, withdrawn_at on finding
  for each row execute function search_keep_finding();

create function search_keep_annotation() returns trigger language plpgsql as $$
begin
  perform search_keep('annotation', new.id, new.clip_id, 3, new.created_at,
    case when new.withdrawn_at is null then new.words end);
  return null;
end $$;
create trigger search_keep after insert or update of words, withdrawn_at on annotation
  for each row execute function search_keep_annotation();

-- A reply is about the claim that the comment which it answers is about.
create function claim_of_comment(p_id uuid) returns uuid language sql stable as $$
  with recursive thread as (
    select id, claim_id, in_reply_to from comment where id = p_id
    union
    select c.id, c.claim_id, c.in_reply_to from comment c join thread t on c.id = t.in_reply_to
  )
  select claim_id from thread where claim_id is not null limit 1
$$;
create function search_keep_comment() returns trigger language plpgsql as $$
begin
  perform search_keep('comment', new.id, new.clip_id, 3, new.created_at,
    case when new.withdrawn_at is null then new.text end, claim_of_comment(new.id), new.made_by);
  return null;
end $$;
create trigger search_keep after insert or update of text, withdrawn_at on comment
  for each row execute function search_keep_comment();

-- Great-circle distance to the nearest point of a box of longitudes (x) and latitudes (y), in metres. Each is one expression,
-- so that the planner writes it into the query: called row by row they took ten times as long as everything else.
create function nearest_lat(p_lat float8, p_box box) returns float8 language sql immutable parallel safe
  return least(greatest(p_lat, (p_box[1])[1]), (p_box[0])[1]);
-- From the turn of the earth that brings the point closest.
create function lon_off(p_lon float8, p_box box) returns float8 language sql immutable parallel safe
  return greatest((p_box[1])[0] - (p_lon + 360 * round((((p_box[1])[0] + (p_box[0])[0]) / 2 - p_lon) / 360)), 0)
       + least((p_box[0])[0] - (p_lon + 360 * round((((p_box[1])[0] + (p_box[0])[0]) / 2 - p_lon) / 360)), 0);
create function metres_to_box(p_lat float8, p_lon float8, p_box box) returns float8 language sql immutable parallel safe
  return case when p_box is not null then 2 * 6371008.8 * asin(least(1, sqrt(
    sind((nearest_lat(p_lat, p_box) - p_lat) / 2) ^ 2
    + cosd(p_lat) * cosd(nearest_lat(p_lat, p_box)) * sind(lon_off(p_lon, p_box) / 2) ^ 2))) end;

-- Lists of clips by several states at once are read from the index alone.
create index clip_list on clip (case_id, id desc)
  include (processing, work, verification, sensitivity, assignee_id, created_at);
drop index clip_by_case;
create index clip_by_tag on clip using gin (tags);
create index submission_by_submitter on submission (submitted_by, clip_id desc);
create index claim_by_state on claim (verdict, type, clip_id desc);
create index claim_attention on claim (clip_id desc) where needs_attention;

-- What was there before: an update of nothing fires the triggers.
update submission set note = note where note is not null;
update claim set statement = statement;
update clip set title = title;
update capture set platform_info = platform_info where platform_info is not null;
update finding set summary = summary;
update annotation set words = words;
update comment set text = text;
