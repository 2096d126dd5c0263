-- A wish to be erased: asked for, waited for, called off or carried out. What is left of it afterwards names nobody.
create table erasure (
    id            uuid primary key,
    person_id     uuid        not null references person (id),
    asked_by      uuid        not null references person (id),
    reason        text        not null,
    asked_at      timestamptz not null,
    due_at        timestamptz not null,
    called_off_at timestamptz,
    done_at       timestamptz,
    constraint erasure_reason_is_short check (char_length(reason) <= 500),
    constraint erasure_waits check (due_at >= asked_at),
    constraint erasure_ends_once check (called_off_at is null or done_at is null)
);

-- One at a time.
create unique index erasure_open on erasure (person_id) where called_off_at is null and done_at is null;
create index erasure_due on erasure (due_at) where called_off_at is null and done_at is null;

alter table installation
    add column erasure_days integer not null default 7,
    add constraint installation_erasure_days_are_some check (erasure_days between 1 and 90),
    drop constraint installation_share_days_are_some,
    add constraint installation_share_days_are_some check (share_days between 1 and 90);

-- Whoever is erased keeps their id, so that what others did with them stays theirs, and nothing else.
alter table person
    add column erased_at timestamptz,
    add constraint person_erased_has_no_identity
        check (erased_at is null or (guest and name = 'Someone who left' and email is null and password_hash is null
            and num_nonnulls(pronouns, target_role, seniority, photo) = 0 and languages = '{}'));

-- What somebody was called before: for erasure alone, which looks for names where nothing else says who is meant. The name that
-- a guest had before an account took them in is the account's, as the row changes hands with all others.
create table former_name (
    person_id uuid not null references person (id) on delete cascade,
    name      text not null
);

create index former_name_by_person on former_name (person_id);

create function remember_former_name() returns trigger
    language plpgsql as
$$
declare
    owner constant uuid := coalesce(new.merged_into, new.id);
begin
    if new.erased_at is null then
        insert into former_name (person_id, name)
        select owner, former.name
          from (values (old.name), (old.email)) as former (name)
         where former.name is not null
           and former.name is distinct from new.name
           and former.name is distinct from new.email
           and not exists (select from former_name as known where known.person_id = owner and known.name = former.name);
    end if;
    return null;
end
$$;

create trigger person_remembers_former_names
    after update of name, email
    on person
    for each row
execute function remember_former_name();

-- Deletes, for somebody whose row stays, what would go with it: the rows of every table that refers to people with "on delete
-- cascade". A table that a later migration adds is among them by that alone.
create function delete_what_goes_with_a_person(the_person uuid) returns void
    language plpgsql as
$$
declare
    owned record;
begin
    for owned in
        select foreign_key.conrelid::regclass as place, attribute.attname as named
          from pg_constraint as foreign_key
          join pg_attribute as attribute
            on attribute.attrelid = foreign_key.conrelid
           and attribute.attnum = foreign_key.conkey[1]
         where foreign_key.contype = 'f'
           and foreign_key.confrelid = 'person'::regclass
           and foreign_key.confdeltype = 'c'
           and cardinality(foreign_key.conkey) = 1
    loop
        execute format('delete from %s where %I = $1', owned.place, owned.named) using the_person;
    end loop;
end
$$;

-- The words of an event's payload, gone. Only these keys hold words; all else of it is levels, ids and times.
create function words_gone(payload jsonb, invitee text) returns jsonb
    language sql immutable as
$$
select coalesce(jsonb_object_agg(part.key, case
           when part.key in ('text', 'summary', 'reason', 'sentence') and part.value <> '""' then '"(erased)"'
           when part.key = 'invitee' then to_jsonb(invitee)
           when part.key = 'link' then 'null'
           when part.key = 'amendment' and part.value ? 'summary' then jsonb_set(part.value, '{summary}', '"(erased)"')
           else part.value
       end), '{}')
  from jsonb_each(payload) as part (key, value)
$$;

-- The log still only grows. Its one exception, erase_words, says by a setting of its transaction that it is at work ...
create or replace function refuse_to_change_the_log() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and current_setting('threeshift.erasing', true) = 'words' then
        return null;
    end if;
    raise exception 'The log of interviews only grows: % on interview_event is refused', lower(tg_op)
        using errcode = 'restrict_violation';
end
$$;

-- ... and even then nothing may change but words, and into nothing but what stands for words that are gone.
create function refuse_to_change_more_than_words() returns trigger
    language plpgsql as
$$
declare
    words constant text[] := array ['text', 'summary', 'reason', 'sentence', 'invitee', 'link'];
begin
    if (new.interview_id, new.seq, new.event_id, new.type, new.version, new.actor, new.at)
           is distinct from (old.interview_id, old.seq, old.event_id, old.type, old.version, old.actor, old.at)
        or (new.payload - words) #- '{amendment,summary}' is distinct from (old.payload - words) #- '{amendment,summary}'
        or exists (select
                     from unnest(words) as word
                    where (new.payload -> word) is distinct from (old.payload -> word)
                      and not coalesce((new.payload -> word) in ('"(erased)"', '"Someone who left"', 'null'), false))
        or ((new.payload #> '{amendment,summary}') is distinct from (old.payload #> '{amendment,summary}')
            and not coalesce((new.payload #> '{amendment,summary}') = '"(erased)"', false)) then
        raise exception 'The log of interviews only grows: of interview_event nothing but words can be erased'
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger interview_event_loses_only_words
    before update
    on interview_event
    for each row
execute function refuse_to_change_more_than_words();

-- Takes words out of events, together with the event that says so. Runs with its owner's rights, so that the application's
-- role needs none to change the log; takes no text from its caller but what the invitee is called afterwards, which the
-- trigger checks; and names its schemas, so that nobody slips other tables under it.
create function erase_words(the_interview uuid, expected_seq bigint, events jsonb, changed jsonb, seqs bigint[], the_invitee text)
    returns text
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp as
$$
declare
    answer text;
begin
    if (select count(*) <> 1 or min(new.type) <> 'words-erased' from jsonb_to_recordset(events) as new (type text)) then
        raise exception 'Words are erased together with the one event that says so' using errcode = 'restrict_violation';
    end if;

    answer := append_to_interview(the_interview, expected_seq, events, changed);
    if answer <> 'DONE' then
        return answer;
    end if;

    perform set_config('threeshift.erasing', 'words', true);
    update interview_event
       set payload = words_gone(payload, the_invitee)
     where interview_id = the_interview
       and seq = any (seqs);
    perform set_config('threeshift.erasing', '', true);

    update interview
       set invitee = the_invitee
     where id = the_interview;
    return answer;
end
$$;

revoke execute on function erase_words(uuid, bigint, jsonb, jsonb, bigint[], text) from public;
