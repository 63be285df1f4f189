-- Times are RFC 3339 in UTC; ids are UUIDs in lower case.

create table consent_wording (
  version text primary key,
  language text not null,
  wording text not null,
  first_shown_at text not null
);

create table signup (
  id text primary key,
  submission_id text not null unique,
  received_at text not null,
  widget text not null,
  member text not null,
  language text not null,
  email text not null,
  field_values text not null,
  consent_version text not null
);

create index signup_received on signup (received_at, id);
create index signup_email on signup (email);
