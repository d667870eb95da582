-- What a person does not want to be given: topics, held against the tags of clips. Nobody else reads them.
create table topic_opt_out (
  user_id uuid not null references app_user,
  -- In lower case, as tags are compared.
  topic text not null check (topic = lower(topic) and topic <> ''),
  primary key (user_id, topic)
);
