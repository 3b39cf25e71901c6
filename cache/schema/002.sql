-- Rules on arrival, and tags.

create table rule(
  id      integer primary key autoincrement,
  query   text not null,
  actions text not null,                        -- as ParseDeeds reads them: "mute", "star, tag:Berlin"
  added   integer not null,
  expires integer not null default 0            -- 0: never
);

-- Which articles a rule has met: how many, and which come back when it goes.
create table met(
  rule    integer not null references rule(id) on delete cascade,
  article integer not null references article(id) on delete cascade,
  primary key(rule, article)
) without rowid;
create index met_article on met(article);

create table tag(
  id     integer primary key,
  name   text not null,                         -- as the reader wrote it first
  folded text not null unique                   -- as it is looked for
);
create table tagged(
  tag     integer not null references tag(id) on delete cascade,
  article integer not null references article(id) on delete cascade,
  primary key(tag, article)
) without rowid;
create index tagged_article on tagged(article);

-- What rules do with an article. hidden is now a set of bits: 1, its source was
-- removed; 2, a rule muted it.
alter table state add column light integer not null default 0; -- highlighted
alter table state add column held  integer not null default 0; -- not let go
create index state_muted on state(at, id, source) where hidden = 2;
create index state_light on state(at, id, source) where light = 1 and hidden = 0;

drop trigger state_hide;
create trigger state_hide after update of hidden on state when (new.hidden = 0) <> (old.hidden = 0) begin
  update source set total = total + (new.hidden = 0) - (old.hidden = 0),
    unread = unread + ((new.hidden = 0) - (old.hidden = 0)) * (1 - new.read) where id = new.source;
end;
