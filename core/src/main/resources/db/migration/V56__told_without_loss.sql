-- How often a notice could not be told, by a mistake of ours: it lets others go first, and is given up in the end.
alter table notice add column mistakes integer not null default 0;

-- When somebody last tried whether a device is reached: not again at once.
alter table push_device add column tried_at timestamptz;
