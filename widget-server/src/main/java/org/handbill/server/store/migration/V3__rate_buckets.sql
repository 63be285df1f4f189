-- Bucket4j's: how much is left of a limit that all nodes share. expires_at is in milliseconds.
create table rate_bucket (
  id text primary key,
  state ${bytes},
  expires_at bigint
);
create index rate_bucket_expires on rate_bucket (expires_at);
