-- Made of the steps by make golden.

CREATE TABLE setting(
  name  text primary key,
  value text not null
) without rowid;
CREATE TABLE source(
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
, also_unread integer not null default 0, also_total  integer not null default 0);
CREATE UNIQUE INDEX source_address on source(address);
CREATE TABLE article(
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
, traits text not null default '[]', medium   text not null default '', duration integer not null default 0, beside   integer not null default 0);
CREATE INDEX article_source on article(source, dropped);
CREATE INDEX article_dropped on article(dropped) where dropped > 0;
CREATE INDEX article_want on article(seen, id) where want = 1;
CREATE INDEX article_story on article(story) where story <> 0;
CREATE TABLE expired(
  hash   integer not null,
  source integer not null references source(id) on delete cascade,
  at     integer not null,
  primary key(hash, source)
) without rowid;
CREATE INDEX expired_source on expired(source, at);
CREATE TABLE body(
  id      integer primary key references article(id) on delete cascade,
  feed    blob,
  page    blob
);
CREATE TABLE state(
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
, light integer not null default 0, held  integer not null default 0);
CREATE INDEX state_at on state(at, id, source, minutes) where hidden = 0;
CREATE INDEX state_source on state(source, at, id) where hidden = 0;
CREATE INDEX state_unread on state(at, id, source, minutes) where read = 0 and hidden = 0;
CREATE INDEX state_source_unread on state(source, at, id) where read = 0 and hidden = 0;
CREATE INDEX state_starred on state(at, id, source) where starred = 1 and hidden = 0;
CREATE INDEX state_changed on state(at, id, source) where changed = 1 and hidden = 0;
CREATE INDEX state_all on state(source);
CREATE TRIGGER state_delete after delete on state when old.hidden = 0 begin
  update source set total = total - 1, unread = unread - 1 + old.read where id = old.source;
end;
CREATE TRIGGER state_read after update of read on state when new.read <> old.read and new.hidden = 0 begin
  update source set unread = unread + old.read - new.read where id = new.source;
end;
CREATE TABLE band(
  band    integer not null,
  article integer not null references article(id) on delete cascade,
  primary key(band, article)
) without rowid;
CREATE INDEX band_article on band(article);
CREATE TABLE revision(
  id      integer primary key,
  article integer not null references article(id) on delete cascade,
  seen    integer not null,
  text    blob not null
);
CREATE INDEX revision_article on revision(article, seen);
CREATE TABLE journal(
  id     integer primary key autoincrement,
  what   text not null,
  n      integer not null,
  at     integer not null,
  undone integer not null default 0,
  data   blob not null
);
CREATE TABLE outbox(
  article integer not null references article(id) on delete cascade,
  family  integer not null,                     -- 0: read and unread, 1: star and unstar
  mark    integer not null,
  at      integer not null,
  primary key(article, family)
) without rowid;
CREATE TABLE picture(
  url  text primary key,
  file text not null,
  size integer not null,
  used integer not null
) without rowid;
CREATE INDEX picture_used on picture(used);
CREATE TABLE rule(
  id      integer primary key autoincrement,
  query   text not null,
  actions text not null,                        -- as ParseDeeds reads them: "mute", "star, tag:Berlin"
  added   integer not null,
  expires integer not null default 0            -- 0: never
);
CREATE TABLE met(
  rule    integer not null references rule(id) on delete cascade,
  article integer not null references article(id) on delete cascade,
  primary key(rule, article)
) without rowid;
CREATE INDEX met_article on met(article);
CREATE TABLE tag(
  id     integer primary key,
  name   text not null,                         -- as the reader wrote it first
  folded text not null unique                   -- as it is looked for
);
CREATE TABLE tagged(
  tag     integer not null references tag(id) on delete cascade,
  article integer not null references article(id) on delete cascade,
  primary key(tag, article)
) without rowid;
CREATE INDEX tagged_article on tagged(article);
CREATE INDEX state_muted on state(at, id, source) where hidden = 2;
CREATE INDEX state_light on state(at, id, source) where light = 1 and hidden = 0;
CREATE TRIGGER state_hide after update of hidden on state when (new.hidden = 0) <> (old.hidden = 0) begin
  update source set total = total + (new.hidden = 0) - (old.hidden = 0),
    unread = unread + ((new.hidden = 0) - (old.hidden = 0)) * (1 - new.read) where id = new.source;
end;
CREATE TABLE dictionary(
  id   integer not null,                        -- as it stands in the frames
  copy integer not null,
  sum  integer not null,                        -- hash64 of data
  data blob not null,
  primary key(id, copy)
);
CREATE TABLE pending(
  id integer primary key references article(id) on delete cascade
);
CREATE TABLE gone(id integer primary key);
CREATE TABLE trait(
  id   integer primary key,
  name text not null unique
);
CREATE TABLE facet(
  trait   integer not null,
  at      integer not null,                     -- as in state
  article integer not null,
  primary key(trait, at, article)
) without rowid;
CREATE TABLE ident(
  hash    integer not null,
  source  integer not null,
  article integer not null references article(id) on delete cascade,
  primary key(hash, source)
) without rowid;
CREATE INDEX ident_article on ident(article);
CREATE TABLE packed(
  article integer primary key references article(id) on delete cascade,
  place   integer not null                      -- in the order of reading
);
CREATE TABLE also(
  source  integer not null references source(id) on delete cascade,
  at      integer not null,                     -- as in state
  article integer not null references article(id) on delete cascade,
  primary key(source, at, article)
) without rowid;
CREATE INDEX also_article on also(article);
CREATE TRIGGER also_insert after insert on also begin
  update source set (also_total, also_unread) = (select also_total + (hidden = 0), also_unread + (hidden = 0 and read = 0) from state where id = new.article)
    where id = new.source;
end;
CREATE TRIGGER also_delete after delete on also when exists(select 1 from state where id = old.article) begin
  update source set (also_total, also_unread) = (select also_total - (hidden = 0), also_unread - (hidden = 0 and read = 0) from state where id = old.article)
    where id = old.source;
end;
CREATE TRIGGER also_read after update of read on state
when new.read <> old.read and new.hidden = 0 and exists(select 1 from also where article = new.id) begin
  update source set also_unread = also_unread + old.read - new.read where id in (select source from also where article = new.id);
end;
CREATE TRIGGER also_hide after update of hidden on state
when (new.hidden = 0) <> (old.hidden = 0) and exists(select 1 from also where article = new.id) begin
  update source set also_total = also_total + (new.hidden = 0) - (old.hidden = 0),
    also_unread = also_unread + ((new.hidden = 0) - (old.hidden = 0)) * (1 - new.read)
    where id in (select source from also where article = new.id);
end;
CREATE TRIGGER state_move after update of source on state when new.source <> old.source and new.hidden = 0 begin
  update source set total = total - 1, unread = unread - 1 + new.read where id = old.source;
  update source set total = total + 1, unread = unread + 1 - new.read where id = new.source;
end;
CREATE TRIGGER article_delete before delete on article begin
  delete from also where article = old.id;
  delete from facet where trait in (select value from json_each(old.traits))
    and at = (select at from state where id = old.id) and article = old.id;
  insert into gone(id) values(old.id);
end;
CREATE INDEX state_by_hand on state(at, id, source) where hidden in (4, 6);
CREATE TABLE "part"(
  n     integer primary key,                    -- it holds the keys from n * 2048 on,
  size  integer not null,                       -- size * 2048 of them
  whole integer not null default 0,             -- it is full, and merged into one piece
  name  text not null                           -- of its table
);
CREATE INDEX state_held on state(at, id, source) where held = 1 and hidden = 0;
CREATE TABLE download(
  article   integer not null references article(id) on delete cascade,
  url       text not null,
  file      text not null,                      -- its absolute path; while it is on its way that with ".part" behind
  validator text not null default '',           -- by which the server knows again what a part is of
  size      integer not null default 0,         -- bytes of the whole; 0: not known
  done      integer not null default 0,         -- when it was there; 0: it is not
  primary key(article, url)
) without rowid;
