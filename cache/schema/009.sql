-- Schema 9: the files that go with articles, and those of them that the reader has downloaded.
alter table article add column medium   text not null default '';      -- of its first file: audio, video, image, document; '': it has none
alter table article add column duration integer not null default 0;    -- of that file, seconds
alter table article add column beside   integer not null default 0;    -- hash of what goes with its text: files, comments
create table download(
  article   integer not null references article(id) on delete cascade,
  url       text not null,
  file      text not null,                      -- its absolute path; while it is on its way that with ".part" behind
  validator text not null default '',           -- by which the server knows again what a part is of
  size      integer not null default 0,         -- bytes of the whole; 0: not known
  done      integer not null default 0,         -- when it was there; 0: it is not
  primary key(article, url)
) without rowid;
