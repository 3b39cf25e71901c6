-- The edition that was packed last: what is to be there without a network.
create table packed(
  article integer primary key references article(id) on delete cascade,
  place   integer not null                      -- in the order of reading
);
