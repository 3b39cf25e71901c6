-- The first schema. Times are seconds since 1970 UTC, 0 for unknown. What a
-- reader did stands in state, journal, outbox and source; all else can be
-- fetched again.

create table setting(
  name  text primary key,
  value text not null
) without rowid;

create table source(
  id          integer primary key,
  sid         text not null unique,             -- feed.SourceID
  url         text not null,
  address     text not null,                    -- feed.Address(url): one source for each
  site        text not null default '',
  title       text not null default '',         -- as the feed says
  name        text not null default '',         -- as the reader says; goes before title
  description text not null default '',
  language    text not null default '',
  icon        text not null default '',
  hub         text not null default '',
  folder      text not null default '',         -- path, parted by U+001F
  place       integer not null unique,          -- order in the sources pane
  sample      integer not null default 0,
  remote      integer not null default 0,       -- a server keeps this source and its marks
  added       integer not null default 0,
  removed     integer not null default 0,       -- taken out by the reader, kept for undo
  unread      integer not null default 0,       -- kept by triggers on state
  total       integer not null default 0,
  fetched     integer not null default 0,       -- last answer
  failed      integer not null default 0,       -- since when it fails
  fails       integer not null default 0,
  problem     text not null default '',
  next        integer not null default 0,       -- when it is due
  blocked     integer not null default 0,       -- the server asked not to be asked before
  every       integer not null default 0,       -- seconds between two questions, adapts
  gone        integer not null default 0,
  etag        text not null default '',
  modified    text not null default '',         -- Last-Modified, as received
  moved       text not null default ''          -- announced once; the second time it counts
);
create unique index source_address on source(address);

create table article(
  id         integer primary key autoincrement, -- Key: never used again
  ident      text not null unique,              -- feed.ID
  source     integer not null references source(id) on delete cascade,
  guid       text not null default '',
  link       text not null default '',
  kicker     text not null default '',
  headline   text not null default '',
  standfirst text not null default '',          -- cut for lists
  section    text not null default '',
  agencies   text not null default '',          -- parted by blanks
  language   text not null default '',
  published  integer not null default 0,
  modified   integer not null default 0,
  access     integer not null default 0,
  lead       text not null default '',          -- address of the lead picture
  story      integer not null default 0,        -- key of the story's first copy
  seen       integer not null default 0,        -- first seen
  dropped    integer not null default 0,        -- when it left its feed; 0: still in it
  feed_hash  integer not null default 0,
  page_hash  integer not null default 0,
  page_at    integer not null default 0,        -- when the page was fetched
  page_tries integer not null default 0,        -- attempts that failed
  want       integer not null default 1         -- the page was not fetched, or the feed's text changed since
);
create index article_source on article(source, dropped);
create index article_dropped on article(dropped) where dropped > 0;
create index article_want on article(seen, id) where want = 1;
create index article_story on article(story) where story <> 0;

-- What tells articles of a source apart: hashes of addresses and feed ids.
create table ident(
  hash    integer not null,
  source  integer not null references source(id) on delete cascade,
  article integer not null references article(id) on delete cascade,
  primary key(hash, source)
) without rowid;
create index ident_article on ident(article);
create index ident_source on ident(source);

-- Articles that were let go: a feed that still holds them does not bring them back.
create table expired(
  hash   integer not null,
  source integer not null references source(id) on delete cascade,
  at     integer not null,
  primary key(hash, source)
) without rowid;
create index expired_source on expired(source, at);

-- Bodies: the article as zstd JSON, from the feed and from the page.
create table body(
  id      integer primary key references article(id) on delete cascade,
  indexed integer not null default 0,
  feed    blob,
  page    blob
);
create index body_unindexed on body(id) where indexed = 0;

-- State is apart from text and index: a mark touches nothing else. Order and
-- source are copied here so that every list is one index.
create table state(
  id      integer primary key references article(id) on delete cascade,
  source  integer not null references source(id) on delete cascade,
  at      integer not null,                     -- published, else first seen: the order of lists
  minutes integer not null default 0,
  read    integer not null default 0,
  starred integer not null default 0,
  kept    integer not null default 0,           -- set back to unread by the reader: not let go
  changed integer not null default 0,
  hidden  integer not null default 0,           -- its source was removed
  block   integer not null default 0,           -- reading position
  offset  integer not null default 0
);
create index state_at on state(at, id, source, minutes) where hidden = 0;
create index state_source on state(source, at, id) where hidden = 0;
create index state_unread on state(at, id, source, minutes) where read = 0 and hidden = 0;
create index state_source_unread on state(source, at, id) where read = 0 and hidden = 0;
create index state_starred on state(at, id, source) where starred = 1 and hidden = 0;
create index state_changed on state(at, id, source) where changed = 1 and hidden = 0;
create index state_all on state(source);

create trigger state_insert after insert on state when new.hidden = 0 begin
  update source set total = total + 1, unread = unread + 1 - new.read where id = new.source;
end;
create trigger state_delete after delete on state when old.hidden = 0 begin
  update source set total = total - 1, unread = unread - 1 + old.read where id = old.source;
end;
create trigger state_read after update of read on state when new.read <> old.read and new.hidden = 0 begin
  update source set unread = unread + old.read - new.read where id = new.source;
end;
create trigger state_hide after update of hidden on state when new.hidden <> old.hidden begin
  update source set total = total + old.hidden - new.hidden,
    unread = unread + (old.hidden - new.hidden) * (1 - new.read) where id = new.source;
end;

-- What articles have in common, by date: agency, section, language, access, picture.
create table facet(
  name    text not null,
  at      integer not null,
  article integer not null references article(id) on delete cascade,
  primary key(name, at, article)
) without rowid;
create index facet_article on facet(article);

-- Bands of a story's fingerprint; prints that share one may be the same story.
create table band(
  band    integer not null,
  article integer not null references article(id) on delete cascade,
  primary key(band, article)
) without rowid;
create index band_article on band(article);

create table revision(
  id      integer primary key,
  article integer not null references article(id) on delete cascade,
  seen    integer not null,
  text    blob not null
);
create index revision_article on revision(article, seen);

-- The reader's actions, for undo. data: packed keys with the flags before, or JSON.
create table journal(
  id     integer primary key autoincrement,
  what   text not null,
  n      integer not null,
  at     integer not null,
  undone integer not null default 0,
  data   blob not null
);

-- Marks a server has not heard of; the last one of each family counts.
create table outbox(
  article integer not null references article(id) on delete cascade,
  family  integer not null,                     -- 0: read and unread, 1: star and unstar
  mark    integer not null,
  at      integer not null,
  primary key(article, family)
) without rowid;

-- Pictures are files; this says which are there.
create table picture(
  url  text primary key,
  file text not null,
  size integer not null,
  used integer not null
) without rowid;
create index picture_used on picture(used);

-- part(feed, page, n) is depesche's: the n-th part of the best text.
create view article_text as
  select id, part(feed, page, 0) as headline, part(feed, page, 1) as kicker, part(feed, page, 2) as standfirst,
    part(feed, page, 3) as byline, part(feed, page, 4) as caption, part(feed, page, 5) as body
  from body;

create virtual table article_fts using fts5(
  headline, kicker, standfirst, byline, caption, body,
  content = 'article_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
insert into article_fts(article_fts, rank) values('rank', 'bm25(12, 6, 5, 4, 2, 1)');

create trigger body_delete before delete on body when old.indexed = 1 begin
  insert into article_fts(article_fts, rowid, headline, kicker, standfirst, byline, caption, body)
    select 'delete', id, headline, kicker, standfirst, byline, caption, body from article_text where id = old.id;
end;
