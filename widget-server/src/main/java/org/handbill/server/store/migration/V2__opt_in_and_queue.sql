-- Times are RFC 3339 in UTC with milliseconds, so that they sort as text. Truth values are 0 and 1.

-- What a sign-up has come to: accepted (no confirmation was asked for), pending, confirmed,
-- unsubscribed. Those from before there were confirmations had been accepted.
alter table signup add column state text not null default 'accepted';
alter table signup add column address text not null default '';
alter table signup add column source text not null default '';
alter table signup add column controllers text not null default '[]';
alter table signup add column test integer not null default 0;
alter table signup add column confirmed_at text;
alter table signup add column unsubscribed_at text;

-- Who receives the data by that wording, by name, as a JSON list; those from before named nobody.
alter table consent_wording add column controllers text not null default '[]';

-- The e-mail address as people are told apart by it: in lower case.
update signup set address = lower(email);
create index signup_address on signup (address);
create index signup_state on signup (state, received_at);

-- Proofs of work that were used up.
create table spent_proof (
  id text primary key,
  submission_id text not null,
  expires_at text not null
);
create index spent_proof_expires on spent_proof (expires_at);

-- When a confirmation last went to a mailbox, by a keyed hash of it: the rule of 24 hours.
create table mailbox (
  hash text primary key,
  mailed_at text not null
);
create index mailbox_mailed on mailbox (mailed_at);

-- The links of mails, by the hash of their token. sent_at stays empty while nobody knows whether the
-- mail got out; an unsubscribe link has no end.
create table link (
  hash text primary key,
  purpose text not null,
  address text not null,
  language text not null,
  created_at text not null,
  sent_at text,
  expires_at text,
  done_at text
);
create index link_address on link (address, purpose, created_at);

-- What channels are told: queued, delivered, tested, cancelled, dead. The payload goes when it is no
-- longer needed.
create table delivery (
  id text primary key,
  signup_id text not null,
  address text not null,
  channel text not null,
  event text not null,
  happened_at text not null,
  payload text,
  test integer not null,
  state text not null,
  attempts integer not null,
  reason text not null,
  changed_at text not null
);
create index delivery_address on delivery (address, channel);
create index delivery_state on delivery (state, changed_at);

-- Channels whose other side asked never to be called again.
create table disabled_channel (
  channel text primary key,
  since text not null,
  reason text not null
);

-- Counts without anybody in them.
create table tally (
  day text not null,
  what text not null,
  widget text not null,
  member text not null,
  amount integer not null,
  primary key (day, what, widget, member)
);

-- What all nodes share and nobody else knows.
create table secret (
  name text primary key,
  value text not null
);

-- db-scheduler's.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data ${bytes},
  execution_time ${instant} not null,
  picked boolean not null,
  picked_by text,
  last_success ${instant},
  last_failure ${instant},
  consecutive_failures integer,
  last_heartbeat ${instant},
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
