-- Schema 5: an article that two feeds of one publisher bring is one. It stands in the
-- source that brought it first; the others have it, too.

create table also(
  source  integer not null references source(id) on delete cascade,
  at      integer not null,                     -- as in state
  article integer not null references article(id) on delete cascade,
  primary key(source, at, article)
) without rowid;
create index also_article on also(article);

-- unread and total count what stands in a source, these what it has besides.
alter table source add column also_unread integer not null default 0;
alter table source add column also_total  integer not null default 0;

create trigger also_insert after insert on also begin
  update source set (also_total, also_unread) = (select also_total + (hidden = 0), also_unread + (hidden = 0 and read = 0) from state where id = new.article)
    where id = new.source;
end;
create trigger also_delete after delete on also when exists(select 1 from state where id = old.article) begin
  update source set (also_total, also_unread) = (select also_total - (hidden = 0), also_unread - (hidden = 0 and read = 0) from state where id = old.article)
    where id = old.source;
end;
create trigger also_read after update of read on state
when new.read <> old.read and new.hidden = 0 and exists(select 1 from also where article = new.id) begin
  update source set also_unread = also_unread + old.read - new.read where id in (select source from also where article = new.id);
end;
create trigger also_hide after update of hidden on state
when (new.hidden = 0) <> (old.hidden = 0) and exists(select 1 from also where article = new.id) begin
  update source set also_total = also_total + (new.hidden = 0) - (old.hidden = 0),
    also_unread = also_unread + ((new.hidden = 0) - (old.hidden = 0)) * (1 - new.read)
    where id in (select source from also where article = new.id);
end;

-- An article whose source is removed moves to one of the others.
create trigger state_move after update of source on state when new.source <> old.source and new.hidden = 0 begin
  update source set total = total - 1, unread = unread - 1 + new.read where id = old.source;
  update source set total = total + 1, unread = unread + 1 - new.read where id = new.source;
end;

drop trigger article_delete;
create trigger article_delete before delete on article begin
  delete from also where article = old.id;
  delete from facet where trait in (select value from json_each(old.traits))
    and at = (select at from state where id = old.id) and article = old.id;
  insert into gone(id) values(old.id);
end;
