-- Text in pictures is found like other words that came with a clip, below what people said of it.
alter table search_document drop constraint search_document_kind_check;
alter table search_document add constraint search_document_kind_check
  check (kind in ('claim', 'note', 'clip', 'post', 'finding', 'annotation', 'comment', 'screen_text'));

-- A caption that stands for a minute is one hit, at the first frame that shows it.
create function search_keep_frame_text() returns trigger language plpgsql as $$
begin
  if exists (select from search_document
             where clip_id = new.clip_id and kind = 'screen_text' and words = new.text and ref_id <> new.frame_id) then
    return null;
  end if;
  perform search_keep('screen_text', new.frame_id, new.clip_id, 3, new.created_at, new.text);
  return null;
end $$;
create trigger search_keep after insert or update of text on frame_text
  for each row execute function search_keep_frame_text();

-- Frames that are taken again have other ids.
create function search_forget_frame_text() returns trigger language plpgsql as $$
begin
  delete from search_document where ref_id = old.frame_id and kind = 'screen_text';
  return null;
end $$;
create trigger search_forget after delete on frame_text
  for each row execute function search_forget_frame_text();
