-- How many notices about a source were sent since notices_from, and when the last was. They take the
-- place of broken_told_at and held_told_at, which are not read any more.
alter table source_copy add column notices integer not null default 0;
alter table source_copy add column notices_from text;
alter table source_copy add column notices_last text;
