-- Schema 3: smaller, and searched in parts. What a list can be read by stands as
-- numbers, texts are packed with a dictionary of their own, and the search index
-- is one table for each 8192 keys (made by depesche as it grows): a search asks the
-- newest part first and stops when it has enough.

-- Packing dictionaries: each is kept twice, as no text packed with it can be read
-- without it.
create table dictionary(
  id   integer not null,                        -- as it stands in the frames
  copy integer not null,
  sum  integer not null,                        -- hash64 of data
  data blob not null,
  primary key(id, copy)
);

-- The parts of the search index: search_N holds the keys N * 8192 and up.
create table part(
  n     integer primary key,
  whole integer not null default 0              -- it is full, and merged into one piece
);

-- Articles whose text waits for the search index and the story.
create table pending(
  id integer primary key references article(id) on delete cascade
);

-- Articles that were let go and still stand in the search index.
create table gone(id integer primary key);

drop trigger body_delete;
drop view article_text;
drop table article_fts;
drop index body_unindexed;
alter table body drop column indexed;
insert into pending(id) select id from body;

-- Facets by number. No index leads from the article: which it has stands in article.traits.
create table trait(
  id   integer primary key,
  name text not null unique
);
insert into trait(name) select distinct name from facet;
alter table article add column traits text not null default '[]'; -- ids, as JSON
update article set traits = (select json_group_array(t.id) from facet f join trait t on t.name = f.name where f.article = article.id)
  where id in (select article from facet);
alter table facet rename to facet_named;
create table facet(
  trait   integer not null,
  at      integer not null,                     -- as in state
  article integer not null,
  primary key(trait, at, article)
) without rowid;
insert into facet select t.id, f.at, f.article from facet_named f join trait t on t.name = f.name;
drop table facet_named;
create trigger article_delete before delete on article begin
  delete from facet where trait in (select value from json_each(old.traits))
    and at = (select at from state where id = old.id) and article = old.id;
  insert into gone(id) values(old.id);
end;

-- Hashes go with their article, and articles with their source.
alter table ident rename to ident_both;
create table ident(
  hash    integer not null,
  source  integer not null,
  article integer not null references article(id) on delete cascade,
  primary key(hash, source)
) without rowid;
insert into ident select hash, source, article from ident_both;
drop table ident_both;
create index ident_article on ident(article);

-- Only what is new can be a copy of what is new.
delete from band where article in (select s.id from state s where s.at < (select max(at) from state) - 30 * 86400);
