-- As newsraft 0.30 makes it, with texts of our own.
create table feeds(feed_url text not null unique, title text, link text, content text, attachments text, persons text, extras text,
  download_date integer not null default 0, update_date integer not null default 0, time_to_live integer not null default 0,
  http_header_etag text, http_header_last_modified integer not null default 0, http_header_expires integer not null default 0);
create table items(feed_url text not null, guid text, title text, link text, content text, attachments text, persons text, extras text,
  publication_date integer not null default 0, update_date integer not null default 0, unread integer not null default 0, important integer not null default 0);
insert into feeds(feed_url, title, link) values('https://bote.lindenau.example/feed', 'Lindenauer Bote', 'https://bote.lindenau.example/');
insert into items values('https://bote.lindenau.example/feed', 'bote-1', 'Brücke wird saniert', 'https://bote.lindenau.example/1.html',
  char(31)||'^'||char(31)||'type=text/plain'||char(31)||'text=Kurz & knapp.'||char(31)||'^'||char(31)||'type=text/html'||char(31)||'text=<p>Nach zehn Jahren ist es so weit.</p>',
  char(31)||'^'||char(31)||'url=https://bote.lindenau.example/1.mp3'||char(31)||'type=audio/mpeg'||char(31)||'^'||char(31)||'url=https://bote.lindenau.example/1/kommentare'||char(31)||'content=comments',
  char(31)||'^'||char(31)||'type=author'||char(31)||'name=Ada Lindner', char(31)||'^'||char(31)||'category=Stadt', 1795428000, 0, 0, 1);
insert into items values('https://bote.lindenau.example/feed', 'bote-2', 'Markt zieht um', 'https://bote.lindenau.example/2.html',
  null, null, null, null, 0, 1795424400, 1, 0);
