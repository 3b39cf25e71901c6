-- Schema 8: the parts of the search index grow with their age. A part begins with 2048 keys and
-- joins others later, so that a million articles stand in a few dozen tables.
create table grown(
  n     integer primary key,                    -- it holds the keys from n * 2048 on,
  size  integer not null,                       -- size * 2048 of them
  whole integer not null default 0,             -- it is full, and merged into one piece
  name  text not null                           -- of its table
);
insert into grown select 4 * n, 4, whole, 'search_' || n from part;
drop table part;
alter table grown rename to part;

-- What rules keep is listed by an index, as other marks that few articles have.
create index state_held on state(at, id, source) where held = 1 and hidden = 0;
