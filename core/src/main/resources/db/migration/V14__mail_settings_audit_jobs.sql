-- What this installation wants: one row. A feature that adds a wish adds a column with its default and its bounds.
create table installation (
    one                     boolean primary key default true,
    registration            text        not null default 'INVITATION',
    second_factor_for_staff boolean     not null default false,
    coach_notes_in_exports  boolean     not null default true,
    guest_days              integer     not null default 90,
    mail_days               integer     not null default 30,
    share_days              integer     not null default 14,
    changed_at              timestamptz,
    constraint installation_is_one check (one),
    constraint installation_registration_is_known check (registration in ('OPEN', 'INVITATION', 'CLOSED')),
    constraint installation_guest_days_are_some check (guest_days between 1 and 3650),
    constraint installation_mail_days_are_some check (mail_days between 1 and 365),
    constraint installation_share_days_are_some check (share_days between 1 and 365)
);

insert into installation (one) values (true);

-- Messages to people. The key names the event that a message tells of: one event, one message.
create table outbox (
    id        uuid primary key,
    key       text        not null unique,
    topic     text        not null,
    address   text        not null,
    person_id uuid references person (id) on delete cascade,
    filled    jsonb       not null,
    posted_at timestamptz not null,
    state     text        not null default 'WAITING',
    attempts  smallint    not null default 0,
    next_at   timestamptz not null,
    taken_at  timestamptz,
    sent_at   timestamptz,
    reason    text        not null default '',
    constraint outbox_key_is_short check (char_length(key) between 1 and 200),
    constraint outbox_topic_is_a_name check (topic ~ '^[a-z]+(-[a-z]+)*$'),
    constraint outbox_address_is_one_line check (char_length(address) between 3 and 254 and address !~ '[[:cntrl:][:space:]]'),
    constraint outbox_filled_is_an_object check (jsonb_typeof(filled) = 'object'),
    constraint outbox_state_is_known check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'DISCARDED')),
    constraint outbox_sending_was_taken check (state <> 'SENDING' or taken_at is not null),
    constraint outbox_sent_at_some_time check ((state = 'SENT') = (sent_at is not null)),
    constraint outbox_reason_is_short check (char_length(reason) <= 500)
);

create index outbox_due on outbox (next_at) where state = 'WAITING';
create index outbox_taken on outbox (taken_at) where state = 'SENDING';
create index outbox_by_age on outbox (posted_at desc, id desc);
create index outbox_by_state on outbox (state, posted_at desc, id desc);
create index outbox_by_person on outbox (person_id) where person_id is not null;
create index outbox_by_address on outbox (address);

-- Who did what, when, from where, on whom. It only grows; erasure takes a person out of it through redact_audit alone.
-- No foreign keys: a line outlives the people that it names.
create table audit_event (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    deed     text        not null,
    actor_id uuid,
    about_id uuid,
    address  text,
    request  text,
    detail   jsonb       not null,
    redacted boolean     not null default false,
    constraint audit_event_deed_is_a_name check (deed ~ '^[a-z]+(-[a-z]+)*$'),
    constraint audit_event_address_is_short check (char_length(address) <= 64),
    constraint audit_event_request_is_short check (char_length(request) <= 64),
    constraint audit_event_detail_is_an_object check (jsonb_typeof(detail) = 'object'),
    constraint audit_event_detail_is_short check (octet_length(detail::text) <= 4000)
);

create index audit_event_by_time on audit_event (at desc, id desc);
create index audit_event_by_actor on audit_event (actor_id, at desc, id desc);
create index audit_event_by_about on audit_event (about_id, at desc, id desc);
create index audit_event_by_deed on audit_event (deed, at desc, id desc);

-- Takes a person out of the trail: whose deed it was or whom it was about, from where, and every detail of the line. That
-- something of that kind happened at that time stays. Answers how many lines it changed.
create function redact_audit(the_person uuid) returns integer
    language plpgsql as
$$
declare
    changed integer;
begin
    update audit_event
       set actor_id = nullif(actor_id, the_person),
           about_id = nullif(about_id, the_person),
           address = case when actor_id = the_person then null else address end,
           request = null,
           detail = '{}',
           redacted = true
     where actor_id = the_person
        or about_id = the_person;
    get diagnostics changed = row_count;
    return changed;
end
$$;

create function refuse_to_change_the_trail() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The audit trail only grows: % on audit_event is refused', lower(tg_op)
        using errcode = 'restrict_violation';
end
$$;

-- The call stack says who changes: nothing but redact_audit comes through, and it comes through with nothing but what it takes away.
create function refuse_to_change_the_trail_but_redact() returns trigger
    language plpgsql as
$$
declare
    stack text;
begin
    get diagnostics stack = pg_context;
    if stack !~ '\mredact_audit\(uuid\)'
       or (new.id, new.at, new.deed) is distinct from (old.id, old.at, old.deed)
       or not new.redacted
       or new.detail <> '{}'
       or (new.actor_id is not null and new.actor_id is distinct from old.actor_id)
       or (new.about_id is not null and new.about_id is distinct from old.about_id) then
        raise exception 'The audit trail only grows: update on audit_event is refused'
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger audit_event_is_insert_only
    before delete or truncate
    on audit_event
    for each statement
execute function refuse_to_change_the_trail();

create trigger audit_event_is_only_redacted
    before update
    on audit_event
    for each row
execute function refuse_to_change_the_trail_but_redact();

-- The table that db-scheduler 16 expects on PostgreSQL.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- The nodes, each with its last beat by its own clock, for whoever runs the installation to look at. Nothing depends on it.
create unlogged table node (
    id         uuid primary key,
    name       text        not null,
    version    text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    constraint node_name_is_short check (char_length(name) between 1 and 200),
    constraint node_version_is_short check (char_length(version) between 1 and 100)
);

-- What the nightly sweep took away, by the name of what was swept.
create table sweep (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    counts   jsonb       not null,
    failures jsonb       not null,
    constraint sweep_counts_are_an_object check (jsonb_typeof(counts) = 'object'),
    constraint sweep_failures_are_an_object check (jsonb_typeof(failures) = 'object')
);

create index sweep_by_time on sweep (at desc);

-- What retention asks each night.
create index person_guests_by_age on person (created_at) where guest;
create index setup_link_by_expiry on setup_link (expires_at);
create index invitation_by_expiry on invitation (expires_at);
