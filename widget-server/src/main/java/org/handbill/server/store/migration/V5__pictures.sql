-- The pictures of lists as visitors get them, by the SHA-256 of the address where each came from.
create table picture (
  id text primary key,
  uri text not null,
  bytes ${bytes} not null,
  fetched_at text not null
);
