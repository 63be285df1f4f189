-- Sources on the web, by the SHA-256 of their address: the last good copy, and how the source is (ok,
-- broken, held). told is the state that the editors were last told of.
create table source_copy (
  id text primary key,
  uri text not null,
  state text not null,
  reason text not null,
  since text not null,
  good_at text,
  bytes ${bytes},
  media_type text,
  base text,
  modified text,
  etag text,
  last_modified text,
  accepted_at text,
  told text not null default 'ok',
  broken_told_at text,
  held_told_at text
);

-- How links were when they were last followed, by the SHA-256 of their address.
create table link_health (
  id text primary key,
  uri text not null,
  state text not null,
  moved_to text,
  checked_at text not null,
  since text not null
);
