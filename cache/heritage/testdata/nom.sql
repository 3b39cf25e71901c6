-- As nom 2.8 makes it, with texts of our own.
create table items(id integer primary key, feedurl text, link text, title text, content text, author text, readat datetime, publishedat datetime, updatedat datetime, createdat datetime,
  favourite boolean not null default 0, guid text);
create table migrations(id integer not null, runat datetime);
insert into items values(1, 'https://bote.lindenau.example/feed', 'https://bote.lindenau.example/1.html', 'Brücke wird saniert', '<p>Nach zehn Jahren.</p>', 'Ada Lindner',
  '2026-11-23 12:00:00.123456789+01:00', '2026-11-23 11:00:00+01:00', '2026-11-23 12:00:00+01:00', '2026-11-23 12:00:00+01:00', 1, 'bote-1');
insert into items values(2, 'https://bote.lindenau.example/feed', 'https://bote.lindenau.example/2.html', 'Markt zieht um', '', '',
  null, null, null, '2026-11-22 12:00:00 +0000 UTC m=+0.1', false, null);
